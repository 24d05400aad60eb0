using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>Sums up a table in one pass over its cases.</summary>
internal static class SatisfactionSummary
{
    public static SatisfactionReport Of(CaseTable table, IReadOnlyList<Dimension> by, SatisfactionDefinition definition, Instant? asOf)
    {
        var total = new SatisfactionCounts();
        var groups = new SortedDictionary<string[], SatisfactionCounts>(KeyOrder);
        var unknown = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var later = 0L;
        foreach (var record in table.Cases)
        {
            if (record.Opened > asOf)
            {
                later++;
                continue;
            }

            total.Add(record, definition, asOf);
            if (by.Count > 0)
                GroupOf(record).Add(record, definition, asOf);
            if (SatisfactionCounts.IsClosed(record, asOf) && definition.IsUnknown(record.Answer))
                unknown[record.Answer!] = unknown.GetValueOrDefault(record.Answer!) + 1;
        }

        return new SatisfactionReport
        {
            Definition = definition,
            AsOf = asOf,
            By = [.. by],
            Rows = [.. groups.Select(g => g.Value.Row(g.Key, definition, table.Recorded))],
            Total = total.Row([], definition, table.Recorded),
            RowsRead = table.RowsRead,
            BadRows = table.BadRows.Count,
            RepeatedCases = table.RepeatedCases.Count,
            LaterCases = later,
            UnknownAnswers = [.. unknown],
        };

        SatisfactionCounts GroupOf(CaseRecord record)
        {
            string[] key = [.. by.Select(d => d.KeyOf(record, table.Calendar))];
            if (!groups.TryGetValue(key, out var counts))
                groups.Add(key, counts = new SatisfactionCounts());
            return counts;
        }
    }

    private static Comparer<string[]> KeyOrder { get; } = Comparer<string[]>.Create((one, other) =>
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (string.CompareOrdinal(one[i], other[i]) is var order and not 0)
                return order;
        }

        return 0;
    });
}
