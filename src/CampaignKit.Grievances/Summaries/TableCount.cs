using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Counts the cases of each group of a table in one pass.</summary>
internal static class TableCount
{
    private const int OpenBits = 32;

    public static IReadOnlyList<GroupCount> Of(CaseTable table, IReadOnlyList<Dimension> by, Instant? asOf)
    {
        TextColumn[] columns = [.. by.Select(d => d.ColumnOf(table))];
        var groups = GroupCodes.Of(columns, table.Count);
        var counts = new ulong[groups.Size];
        foreach (var (start, codes) in groups)
        {
            var closed = table.Columns.Closed.AsSpan(start, codes.Length);
            if (asOf is { } instant)
                CountAsOf(codes, table.Columns.Opened.AsSpan(start, codes.Length), closed, counts, instant.ToUnixTimeTicks());
            else
                Count(codes, closed, counts);
        }

        int[] numbers = [.. Enumerable.Range(0, counts.Length).Where(number => counts[number] > 0)];
        var keys = GroupKeys.Of(columns, groups, numbers);
        return Array.ConvertAll(Enumerable.Range(0, numbers.Length).ToArray(), i => Row(keys, i, counts[numbers[i]]));
    }

    private static GroupCount Row(GroupKeys keys, int group, ulong count) => new(keys, group, (uint)count, (long)(count >> OpenBits));

    // Cases are in the lower half of a word and open ones in the upper, for one addition a case.
    private static void Count(ReadOnlySpan<int> codes, ReadOnlySpan<long> closed, Span<ulong> counts)
    {
        for (var i = 0; i < codes.Length; i++)
            counts[codes[i]] += 1 + ((closed[i] == CaseRow.Open ? 1UL : 0) << OpenBits);
    }

    private static void CountAsOf(ReadOnlySpan<int> codes, ReadOnlySpan<long> opened, ReadOnlySpan<long> closed, Span<ulong> counts, long asOf)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            if (opened[i] <= asOf)
                counts[codes[i]] += 1 + ((closed[i] > asOf ? 1UL : 0) << OpenBits);
        }
    }
}
