using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

public sealed class SuppressionAuditTests
{
    private static readonly PublishedCell X = PublishedCell.Hidden;

    [Fact]
    public void Of_OneHiddenCellInARow_NamesItWithItsCount()
    {
        var published = PublishedTable.TwoWay(["water", "roads"], ["satisfied", "dissatisfied"], [[X, 3, 10], [8, 9, 17], [15, 12, 27]]);

        var audit = SuppressionAudit.Of(published);

        var found = Assert.Single(audit.Recoverable);
        Assert.Equal(new CellAddress(0, 0), found.Address);
        Assert.Equal(new CellInterval(7, 7), found.Interval);
        Assert.Equal("hidden cells: 1; recoverable: water / satisfied: 7", audit.ToString());
        Assert.False(audit.Passed);
    }

    [Fact]
    public void Of_HiddenCellsThatMustBeZero_AreRecoverableThoughNoneStandsAlone()
    {
        // Linear algebra finds nothing to recover here; that counts are not negative does.
        var published = PublishedTable.TwoWay(["a", "b"], ["p", "q"], [[X, X, 0], [X, X, 9], [4, 5, 9]]);

        Assert.Equal(["a / p: 0", "a / q: 0", "b / p: 4", "b / q: 5"], SuppressionAudit.Of(published).Recoverable.Select(c => c.ToString()));
    }

    [Fact]
    public void Of_HiddenTotals_MayBeUnbounded()
    {
        var audit = SuppressionAudit.Of(PublishedTable.OneWay(["a", "b"], [7, X, X]));

        Assert.Equal([new CellInterval(0, null), new CellInterval(7, null)], audit.Cells.Select(c => c.Interval));
        Assert.Equal("7 or more", audit.Cells[1].Interval.ToString());
        Assert.True(audit.Passed);
    }

    [Fact]
    public void Of_NarrowOrLowInterval_FailsWhatWasAsked()
    {
        var published = PublishedTable.OneWay(["a", "b"], [X, X, 4]);

        Assert.True(SuppressionAudit.Of(published, minimumWidth: 4).Passed);
        Assert.False(SuppressionAudit.Of(published, minimumWidth: 5).Passed);
        Assert.True(SuppressionAudit.Of(published, reach: 4).Passed);
        Assert.False(SuppressionAudit.Of(published, reach: 5).Passed);
    }

    [Fact]
    public void Of_TableThatDoesNotAddUp_SaysWhere()
    {
        var wrong = SuppressionAudit.Of(PublishedTable.TwoWay(["a", "b"], ["p", "q"], [[1, X, 5], [2, 4, 7], [X, X, X]]));
        var subtle = SuppressionAudit.Of(PublishedTable.TwoWay(["a", "b"], ["p", "q"], [[X, X, 5], [X, X, 5], [3, 6, X]]));

        Assert.False(wrong.Passed);
        Assert.Equal("b / total '7': must be the sum of its parts, 6", wrong.ToString());
        Assert.Equal("The table: must add up, but no counts agree with all that is published.", subtle.Contradiction);
        Assert.Empty(subtle.Cells);
    }

    [Theory]
    [InlineData("12", 12, 12, true)]
    [InlineData("*", 0, null, false)]
    [InlineData("<5", 0, 4, false)]
    [InlineData("1-4", 1, 4, false)]
    [InlineData(">=5", 5, null, false)]
    public void TryParse_Cell_ReadsWhatTablesPrint(string text, int low, int? high, bool isShown)
    {
        Assert.True(PublishedCell.TryParse(text, out var cell, out _));
        Assert.Equal((low, high, isShown), (cell.AtLeast, cell.AtMost, cell.IsShown));
        Assert.Equal(text, cell.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("<0")]
    [InlineData("4-1")]
    [InlineData("1,000")]
    [InlineData("1000000000001")]
    public void TryParse_NoCell_SaysTheRule(string text)
    {
        Assert.False(PublishedCell.TryParse(text, out _, out var reason));
        Assert.StartsWith($"'{text}': must be a count like 12, or a mark", reason, StringComparison.Ordinal);
    }

    [Property(Arbitrary = [typeof(SuppressionAuditTests)], MaxTest = 300)]
    public void Of_SmallTable_EqualsEveryTableTried(PublishedTable published)
    {
        var expected = EveryTable.IntervalsOf(published);
        var audit = SuppressionAudit.Of(published);

        Assert.Equal(expected is null, audit.Contradiction is not null);
        Assert.Equal(expected ?? [], audit.Cells.Select(c => (c.Address, c.Interval)));
    }

    /// <summary>True tables with hidden cells and totals, some with limits that are true, now and then with a cell that is false.</summary>
    public static Arbitrary<PublishedTable> Tables() => Arb.From(
        from rows in Gen.Choose(1, 3)
        from columns in Gen.Choose(0, 2)
        from counts in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 2), Math.Max(columns, 1)), rows)
        from told in Gen.ArrayOf(Gen.Choose(0, 7), (rows + 1) * (columns + 1))
        from isFalse in Gen.Choose(0, 6)
        select Publish(counts, columns, told, isFalse == 0));

    private static PublishedTable Publish(int[][] counts, int columns, int[] told, bool isFalse)
    {
        string[] names = ["a", "b", "c"];
        var rows = names[..counts.Length];
        var width = columns == 0 ? 1 : columns + 1;
        var table = columns == 0
            ? CountTable.OneWay(rows, [.. counts.Select(c => (long)c[0])])
            : CountTable.TwoWay(rows, names[..columns], [.. counts.Select(r => (IReadOnlyList<long>)[.. r.Select(c => (long)c)])]);
        PublishedCell[][] cells =
        [
            .. Enumerable.Range(0, counts.Length + 1).Select(r => Enumerable.Range(0, width).Select(c => Tell(table[r, c], told[(r * width) + c])).ToArray()),
        ];
        cells[^1][^1] = table.Total;
        if (isFalse)
            cells[0][0] = table[0, 0] + 1;
        return columns == 0
            ? PublishedTable.OneWay(rows, [.. cells.Select(c => c[0])])
            : PublishedTable.TwoWay(rows, names[..columns], cells);
    }

    private static PublishedCell Tell(long count, int told) => told switch
    {
        < 4 => PublishedCell.Hidden,
        4 => PublishedCell.HiddenWithin(Math.Min(count, 1)),
        5 => PublishedCell.HiddenWithin(Math.Max(count - 1, 0), count + 1),
        _ => count,
    };
}
