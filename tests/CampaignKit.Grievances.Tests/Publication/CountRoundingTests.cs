namespace CampaignKit.Grievances.Tests;

public sealed class CountRoundingTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(4, 0, 0)]
    [InlineData(5, 0, 10)]
    [InlineData(15, 20, 20)]
    [InlineData(25, 20, 30)]
    [InlineData(26, 30, 30)]
    public void Round_ToTen_GoesToTheNearestAndTiesAsSaid(long count, long toEven, long up)
    {
        Assert.Equal(toEven, new CountRounding(10).Round(count));
        Assert.Equal(up, new CountRounding(10, RoundingTies.Up).Round(count));
    }

    [Fact]
    public void RoundEach_PartsAndTotals_MayNotAddUp()
    {
        var rounded = new CountRounding(5).RoundEach(CountTable.OneWay(["a", "b", "c"], [2, 2, 2]));

        Assert.Equal(["0", "0", "0", "5"], Enumerable.Range(0, 4).Select(r => rounded[r, 0].ToString()));
        Assert.Equal("total '5': must be the sum of its parts, 0", SuppressionAudit.Of(rounded).Contradiction);
    }

    [Property(Arbitrary = [typeof(SmallTable)], MaxTest = 100)]
    public void RoundControlled_AnyTable_AddsUpWithinOneBase(SmallTable small)
    {
        foreach (var step in new[] { 1, 5, 10 })
        {
            var rounded = new CountRounding(step).RoundControlled(small.Table);

            Assert.All(small.Addresses, a => Assert.True(rounded[a] % step == 0 && Math.Abs(rounded[a] - small.Table[a]) < step));
            Assert.Null(SuppressionAudit.Of(new CountRounding(1).RoundEach(rounded)).Contradiction);
        }
    }

    [Property(Arbitrary = [typeof(SmallTable)])]
    public void RoundControlled_RoundedTable_StaysAsItIs(SmallTable small)
    {
        var once = new CountRounding(5).RoundControlled(small.Table);

        Assert.Equal(once.ToString(), new CountRounding(5).RoundControlled(once).ToString());
    }

    [Fact]
    public void Of_BaseOutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountRounding(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountRounding(5, (RoundingTies)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountRounding(5).Round(-1));
    }
}
