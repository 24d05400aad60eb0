namespace CampaignKit.Draws.Tests;

/// <summary>The partial order of scores beside the full one.</summary>
public sealed class RankOrderTests
{
    [Property(MaxTest = 500)]
    public void Groups_AnyValues_AreThoseOfAFullSort(sbyte[] small, byte expected, bool highestFirst, byte spread)
    {
        long[] values = [.. small.Select(value => (long)value / ((spread % 20) + 1)), .. spread > 128 ? [long.MinValue, long.MaxValue, long.MaxValue, long.MinValue] : Array.Empty<long>()];

        var groups = RankOrder.Groups(entries: null, values, highestFirst, expected).Select(group => group.ToArray());

        Assert.Equal(Plain(Enumerable.Range(0, values.Length), values, highestFirst), groups);
    }

    [Property]
    public void Groups_OfSomeEntries_AreTheirsAlone(sbyte[] small, int[] some, byte expected)
    {
        long[] values = [.. small.Select(value => (long)value / 8)];
        int[] entries = [.. some.Where(_ => values.Length > 0).Select(entry => Math.Abs(entry % Math.Max(values.Length, 1))).Distinct().Order()];

        var groups = RankOrder.Groups(entries, values, highestFirst: true, expected).Select(group => group.ToArray());

        Assert.Equal(Plain(entries, values, highestFirst: true), groups);
    }

    [Fact]
    public void Draw_FewerWhoCanWinThanExpected_LooksFurtherDown()
    {
        const int people = 5_000;
        var scores = Pool.OfScores(Enumerable.Range(0, people).Select(i => ($"p{i:D4}", (long)i)));
        var exclusions = Exclusions.Of(Enumerable.Range(100, people - 100).Select(i => ($"p{i:D4}", "staff")));

        var outcome = new TopByRule("rank", scores.Commitment, 3, TiePolicy.Ticket).Draw(scores, RuleSeed.FromText("any"), new PrizeBook(OverlapPolicy.OnePrizePerPerson, exclusions));

        Assert.Equal(["p0099", "p0098", "p0097"], outcome.Winners.Select(winner => winner.Id));
        Assert.Equal(people - 100, outcome.Skipped.Count);
    }

    private static IEnumerable<int[]> Plain(IEnumerable<int> entries, long[] values, bool highestFirst)
    {
        var groups = entries.GroupBy(entry => values[entry]);
        return (highestFirst ? groups.OrderByDescending(group => group.Key) : groups.OrderBy(group => group.Key)).Select(group => group.ToArray());
    }
}
