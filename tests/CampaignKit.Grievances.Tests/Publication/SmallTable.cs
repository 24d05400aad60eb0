using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

/// <summary>A table of up to three rows and three columns, or a list, of counts up to 12, and options to publish it by.</summary>
public sealed record SmallTable(CountTable Table, SuppressionOptions Options)
{
    public static Arbitrary<SmallTable> Arbitrary() => Arb.From(
        from rows in Gen.Choose(1, 3)
        from columns in Gen.Choose(0, 3)
        from counts in Gen.ArrayOf(Gen.ArrayOf(Gen.Frequency((3, Gen.Choose(0, 4)), (2, Gen.Choose(5, 12))), Math.Max(columns, 1)), rows)
        from threshold in Gen.Choose(1, 6)
        from hideZeros in Gen.Elements(true, false)
        from marks in Gen.Elements(SuppressionMarks.One, SuppressionMarks.Range)
        from width in Gen.Choose(1, 4)
        from hideSmallness in Gen.Elements(true, false)
        select new SmallTable(
            TableOf(counts, columns),
            new SuppressionOptions { Threshold = threshold, HideZeros = hideZeros, Marks = marks, MinimumWidth = width, HideSmallness = hideSmallness }));

    public IEnumerable<CellAddress> Addresses =>
        from row in Enumerable.Range(0, Table.Rows.Count + 1)
        from column in Enumerable.Range(0, Table.IsTwoWay ? Table.Columns.Count + 1 : 1)
        select new CellAddress(row, column);

    private static CountTable TableOf(int[][] counts, int columns)
    {
        string[] rows = [.. counts.Select((_, i) => $"r{i}")];
        return columns == 0
            ? CountTable.OneWay(rows, [.. counts.Select(c => (long)c[0])])
            : CountTable.TwoWay(rows, [.. Enumerable.Range(0, columns).Select(c => $"c{c}")], [.. counts.Select(r => (IReadOnlyList<long>)[.. r.Select(c => (long)c)])]);
    }
}
