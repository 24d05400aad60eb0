namespace CampaignKit.Grievances.Tests;

/// <summary>All tables that agree with a published one, by trying every count: the plain twin of the audit. The grand total must be shown.</summary>
internal static class EveryTable
{
    /// <summary>The least and the most of each hidden cell, by row and column; null where no table agrees.</summary>
    public static IReadOnlyList<(CellAddress Address, CellInterval Interval)>? IntervalsOf(PublishedTable published)
    {
        var (rows, columns) = (published.Rows.Count, published.IsTwoWay ? published.Columns.Count : 1);
        var counts = new long[rows * columns];
        var found = new Dictionary<CellAddress, (long Low, long High)>();
        var any = false;
        Try(0, published[rows, published.IsTwoWay ? columns : 0].AtLeast);
        return any ? [.. published.Hidden.Select(a => (a, new CellInterval(found[a].Low, found[a].High)))] : null;

        void Try(int cell, long left)
        {
            if (cell == counts.Length)
            {
                if (left == 0)
                    Note();
                return;
            }

            var told = published[cell / columns, cell % columns];
            for (var count = told.AtLeast; count <= Math.Min(told.AtMost ?? left, left); count++)
            {
                counts[cell] = count;
                Try(cell + 1, left - count);
            }
        }

        void Note()
        {
            var table = published.IsTwoWay
                ? CountTable.TwoWay(published.Rows, published.Columns, [.. counts.Chunk(columns)])
                : CountTable.OneWay(published.Rows, counts);
            CellAddress[] all =
            [
                .. from row in Enumerable.Range(0, rows + 1)
                   from column in Enumerable.Range(0, published.IsTwoWay ? columns + 1 : 1)
                   select new CellAddress(row, column),
            ];
            if (all.Any(a => table[a] < published[a].AtLeast || table[a] > published[a].AtMost))
                return;
            any = true;
            foreach (var address in published.Hidden)
            {
                var (low, high) = found.GetValueOrDefault(address, (long.MaxValue, long.MinValue));
                found[address] = (Math.Min(low, table[address]), Math.Max(high, table[address]));
            }
        }
    }
}
