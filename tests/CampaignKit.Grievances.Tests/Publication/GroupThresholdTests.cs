namespace CampaignKit.Grievances.Tests;

public sealed class GroupThresholdTests
{
    [Fact]
    public void Merge_SmallGroups_BecomeOthersOfAtLeastK()
    {
        var merged = new GroupThreshold(5).Merge([new("a", 3), new("b", 40), new("c", 0), new("d", 7), new("e", 7)]);

        Assert.Equal([new("b", 40), new("c", 0), new("e", 7), new("others", 10)], merged.Groups);
        Assert.Equal(["a", "d"], merged.Names);
        Assert.Equal(57, merged.Total);
    }

    [Fact]
    public void Merge_FewerThanKAltogether_WithholdsAll()
    {
        var merged = new GroupThreshold(5).Merge([new("a", 3), new("b", 1)]);

        Assert.Empty(merged.Groups);
        Assert.Null(merged.Total);
    }

    [Fact]
    public void Merge_NameOfTheMergedGroupTaken_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new GroupThreshold(5).Merge([new("others", 3)]));

    [Property(MaxTest = 300)]
    public void Merge_AnyGroups_KeepsTheTotalAndLeavesNoneBelowK(byte[] sizes, byte k)
    {
        KeyValuePair<string, long>[] groups = [new("first", 1), .. sizes.Select((s, i) => KeyValuePair.Create($"g{i}", (long)s))];
        var least = (k % 20) + 1;

        var merged = new GroupThreshold(least).Merge(groups);

        Assert.All(merged.Groups, g => Assert.True(g.Value == 0 || g.Value >= least));
        if (merged.Total is { } total)
            Assert.Equal((groups.Sum(g => g.Value), total), (total, merged.Groups.Sum(g => g.Value)));
        else
            Assert.True(groups.Sum(g => g.Value) < least);
    }
}
