namespace CampaignKit.Grievances.Tests;

public sealed class SuppressionTests
{
    private static readonly CountTable Ratings = CountTable.TwoWay(
        ["water", "roads", "housing"], ["satisfied", "dissatisfied"], [[40, 3], [25, 9], [31, 12]]);

    [Fact]
    public void Of_OneSmallCell_HidesTheCheapestCycle()
    {
        var result = Suppression.Of(Ratings);

        Assert.Equal([new CellAddress(0, 1)], result.Small);
        Assert.Equal([new CellAddress(0, 0), new CellAddress(1, 0), new CellAddress(1, 1)], result.Complementary);
        Assert.Equal(
            """
                     satisfied  dissatisfied  total
            water          >=1           >=1     43
            roads          >=1           >=1     34
            housing         31            12     43
            total           96            24    120
            """.ReplaceLineEndings("\n"),
            result.Table.ToString().ReplaceLineEndings("\n"));
        Assert.Equal($"{result.Table}{Environment.NewLine}hidden since small: 1; hidden beside them: 3; marks: {result.Marks}", result.ToString());
        Assert.Equal("hidden cells: 4; recoverable: none", result.Audit.ToString());
        Assert.Equal(new CellInterval(1, 11), result.Audit.Cells[1].Interval);
    }

    [Fact]
    public void Of_RangeMarks_TellWhichAreSmallAndAuditThat()
    {
        var result = Suppression.Of(Ratings, SuppressionOptions.OmopGenerics);

        Assert.Equal(SuppressionMarks.Range, result.Marks);
        Assert.Equal("1-4", result.Table[0, 1].ToString());
        Assert.Equal(">=5", result.Table[1, 1].ToString());
        Assert.Equal(new CellInterval(1, 4), result.Audit.Cells[1].Interval);
    }

    [Fact]
    public void Of_RangesThatGiveTheCountAway_TakesOneMark()
    {
        // Where zeros are shown, "below 2" is 1.
        var result = Suppression.Of(CountTable.OneWay(["a", "b"], [1, 90]), new SuppressionOptions { Threshold = 2, Marks = SuppressionMarks.Range });

        Assert.Equal(SuppressionMarks.One, result.Marks);
        Assert.True(result.Audit.Passed);
    }

    [Fact]
    public void Of_HideSmallness_LeavesOpenThatEachMayBeLarge()
    {
        var pair = CountTable.TwoWay(["a", "b"], ["p", "q"], [[1, 2], [2, 1]]);

        var told = Suppression.Of(pair, new SuppressionOptions { Threshold = 3 });
        var open = Suppression.Of(pair, new SuppressionOptions { Threshold = 3, HideSmallness = true });

        Assert.Empty(told.Complementary);
        Assert.All(told.Audit.Cells, c => Assert.True(c.Interval.High < 3));
        Assert.NotEmpty(open.Complementary);
        Assert.All(open.Audit.Cells, c => Assert.False(c.Interval.High < 3));
    }

    [Fact]
    public void Of_SmallTotalsAndLoneCells_HidesTotals()
    {
        var result = Suppression.Of(CountTable.TwoWay(["a", "b"], ["p", "q"], [[1, 0], [0, 50]]));

        Assert.True(result.Audit.Passed);
        Assert.Equal(0, result.Table[0, 1].AtMost);
        Assert.Contains(new CellAddress(0, 2), result.Small);
        Assert.Contains(new CellAddress(0, 0), result.Small);
    }

    [Fact]
    public void Of_LargeTable_PassesItsAudit()
    {
        const int rows = 60, columns = 25;
        var table = CountTable.TwoWay(
            [.. Enumerable.Range(0, rows).Select(r => $"r{r}")],
            [.. Enumerable.Range(0, columns).Select(c => $"c{c}")],
            [.. Enumerable.Range(0, rows).Select(r => (IReadOnlyList<long>)[.. Enumerable.Range(0, columns).Select(c => (long)(((r * 7919) + (c * 104729)) % 83))])]);

        var result = Suppression.Of(table);

        Assert.True(result.Audit.Passed);
        Assert.InRange(result.Small.Count, 50, 200);
        Assert.True(result.Complementary.Count < result.Small.Count);
    }

    [Fact]
    public void TwoWay_BadCounts_ListsThemAll()
    {
        var error = Assert.Throws<ArgumentException>(() => CountTable.TwoWay(["a", "b"], ["p", "q"], [[-1, 2], [3, 2_000_000_000_000]]));

        Assert.Contains("a / p '-1': must be a count from 0 to 1000000000000; b / q '2000000000000': must be", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CountTable.TwoWay(["a", "a"], ["p"], [[1], [2]]));
        Assert.Throws<ArgumentException>(() => CountTable.TwoWay(["a", "b"], ["p"], [[1], [2, 3]]));
        Assert.Throws<ArgumentException>(() => CountTable.OneWay([], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountTable.OneWay(["a", "b"], [CountTable.MaxCount, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuppressionOptions { Threshold = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Ratings[4, 0]);
    }

    [Property(Arbitrary = [typeof(SmallTable)], MaxTest = 500)]
    public void Of_AnyTable_PassesItsAudit(SmallTable small)
    {
        var result = Suppression.Of(small.Table, small.Options);

        Assert.Empty(result.Audit.Recoverable);
        Assert.True(result.Audit.Passed);
        Assert.All(result.Audit.Cells, c => Assert.True(c.Interval.IsAtLeast(small.Options.MinimumWidth)));
        if (small.Options.HideSmallness)
            Assert.All(result.Audit.Cells, c => Assert.False(c.Interval.High < small.Options.Threshold));
    }

    [Property(Arbitrary = [typeof(SmallTable)], MaxTest = 100)]
    public void Of_AnyTable_TellsTheTruthAndNoSmallCount(SmallTable small)
    {
        var result = Suppression.Of(small.Table, small.Options);

        foreach (var address in small.Addresses)
        {
            var (count, told) = (small.Table[address], result.Table[address]);
            Assert.True(told.AtLeast <= count && !(told.AtMost < count));
            Assert.False(told.IsShown && small.Options.IsSmall(count));
            Assert.Equal(!told.IsShown, result.Small.Contains(address) || result.Complementary.Contains(address));
        }
    }

    [Property(Arbitrary = [typeof(SmallTable)], MaxTest = 100)]
    public void Of_ThresholdOne_HidesNothing(SmallTable small)
    {
        var result = Suppression.Of(small.Table, small.Options with { Threshold = 1, HideZeros = false });

        Assert.Empty(result.Table.Hidden);
    }

    [Property(Arbitrary = [typeof(SmallTable)], MaxTest = 100)]
    public void Of_WhatIsHiddenAlready_HidesNoMore(SmallTable small)
    {
        var options = small.Options with { Marks = SuppressionMarks.One };
        var once = Suppression.Of(small.Table, options);

        Assert.Equal(once.Table.Hidden, Suppression.Of(small.Table, options, once.Table.Hidden).Table.Hidden);
        Assert.Equal(once.Table.ToString(), Suppression.Of(small.Table, options).Table.ToString());
    }

    [Property(Arbitrary = [typeof(SmallTable)], MaxTest = 200)]
    public void Of_SmallTable_IsOfLeastLoss(SmallTable small)
    {
        var options = small.Options with { Marks = SuppressionMarks.One };
        var result = Suppression.Of(small.Table, options);
        if (result.Complementary.Any(IsTotal) || result.Complementary.Count == 0)
            return;

        CellAddress[] candidates = [.. small.Addresses.Where(a => !IsTotal(a) && small.Table[a] > 0 && !result.Small.Contains(a))];
        var least = Enumerable.Range(0, 1 << candidates.Length)
            .Select(chosen => candidates.Where((_, i) => (chosen >> i & 1) == 1).ToArray())
            .Where(chosen => SuppressionAudit.Of(Hiding(chosen), options.MinimumWidth, options.HideSmallness ? options.Threshold : 0).Passed)
            .Min(chosen => (chosen.Sum(a => small.Table[a]), chosen.Length));

        Assert.Equal(least, (result.Complementary.Sum(a => small.Table[a]), result.Complementary.Count));

        bool IsTotal(CellAddress a) => a.Row == small.Table.Rows.Count || (small.Table.IsTwoWay && a.Column == small.Table.Columns.Count);

        PublishedTable Hiding(CellAddress[] chosen)
        {
            var hidden = PublishedCell.HiddenWithin(options.HideZeros ? 0 : 1);
            PublishedCell[] cells = [.. small.Addresses.Select(a => result.Small.Contains(a) || chosen.Contains(a) ? hidden : small.Table[a])];
            return small.Table.IsTwoWay
                ? PublishedTable.TwoWay(small.Table.Rows, small.Table.Columns, [.. cells.Chunk(small.Table.Columns.Count + 1)])
                : PublishedTable.OneWay(small.Table.Rows, cells);
        }
    }
}
