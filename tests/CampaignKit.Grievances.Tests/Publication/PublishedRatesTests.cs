namespace CampaignKit.Grievances.Tests;

public sealed class PublishedRatesTests
{
    [Fact]
    public void Of_SmallBase_HidesHitsBaseAndPercentOfTwoGroups()
    {
        var published = PublishedRates.Of(
        [
            new("water", Rate.Of(90, 120, "rated cases")), new("roads", Rate.Of(3, 9, "rated cases")),
            new("housing", Rate.Of(20, 45, "rated cases")),
        ]);

        Assert.Equal(["water"], published.Groups.Where(g => g.Rate is not null).Select(g => g.Name));
        Assert.Equal("roads: *", published.Groups[1].ToString());
        Assert.Equal(Rate.Of(113, 174, "rated cases"), published.Total.Rate);
        Assert.True(published.Audit.Passed);
        Assert.Equal(6, published.Audit.Cells.Count);
    }

    [Fact]
    public void Of_FewMissesInALargeBase_IsHiddenToo()
    {
        var published = PublishedRates.Of([new("a", Rate.Of(98, 100, "cases")), new("b", Rate.Of(50, 100, "cases")), new("c", Rate.Of(60, 100, "cases"))]);

        Assert.Null(published.Groups[0].Rate);
        Assert.Equal(2, published.Groups.Count(g => g.Rate is null));
    }

    [Fact]
    public void Of_RatesWithoutCountsOrOfOtherBases_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PublishedRates.Of([new("a", Rate.Of(1.9m, 10, "cases"))]));
        Assert.Throws<ArgumentException>(() => PublishedRates.Of([new("a", Rate.Of(1, 10, "cases")), new("b", Rate.Of(1, 10, "calls"))]));
        Assert.Throws<ArgumentException>(() => PublishedRates.Of([]));
    }

    [Property(Arbitrary = [typeof(SmallTable)])]
    public void Of_AnyRates_ShowsNoSmallCountAndPassesItsAudit(SmallTable small)
    {
        KeyValuePair<string, Rate>[] rates =
            [.. small.Table.Rows.Select((name, row) => KeyValuePair.Create(name, Rate.Of(small.Table[row, 0], small.Table[row, 0] + (row * 4), "cases")))];

        var published = PublishedRates.Of(rates, small.Options);

        Assert.True(published.Audit.Passed);
        Assert.All(
            published.Groups.Append(published.Total).Select(g => g.Rate).OfType<Rate>(),
            r => Assert.DoesNotContain((long[])[(long)r.Hits, r.Base - (long)r.Hits, r.Base], small.Options.IsSmall));
    }

    [Property(MaxTest = 500)]
    public bool HitsOf_RoundedPercent_HoldsTheHits(ushort misses, ushort hits, byte decimals)
    {
        var count = hits + misses + 1L;
        var percent = new PublishedPercent(Math.Round(100m * hits / count, decimals % 4, MidpointRounding.AwayFromZero));

        return percent.HitsOf(count) is { } found && found.Low <= hits && hits <= found.High
            && Rounds(found.Low) && Rounds(found.High!.Value) && !Rounds(found.Low - 1) && !Rounds(found.High.Value + 1);

        bool Rounds(long other) =>
            other >= 0 && other <= count && Math.Round(100m * other / count, percent.Decimals, MidpointRounding.AwayFromZero) == percent.Value;
    }

    [Fact]
    public void HitsOf_PercentThatNoCountGives_IsNull()
    {
        Assert.Null(new PublishedPercent(33.4m).HitsOf(9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PublishedPercent(100.1m));
    }
}
