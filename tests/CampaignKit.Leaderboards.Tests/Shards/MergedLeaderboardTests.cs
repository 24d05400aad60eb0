namespace CampaignKit.Leaderboards.Tests;

public class MergedLeaderboardTests
{
    [Property(MaxTest = 300)]
    public void Merged_WithTheHostsSequenceAsSecondScore_StandsEarliestFirstAsOneBoard((byte Id, sbyte By)[] writes)
    {
        var one = new Leaderboard<int>();
        var bySequence = new LeaderboardOptions { Ties = TieOrder.BySecondScore, SecondOrder = ScoreOrder.Ascending, RanksBySecondScore = false };
        var shards = new[] { new Leaderboard<int>(bySequence), new Leaderboard<int>(bySequence), new Leaderboard<int>(bySequence) };
        var sequence = 0;

        foreach (var (id, by) in writes.Select(write => (write.Id % 12, write.By % 3)))
        {
            var change = one.Increment(id, by);
            if (change.Outcome != WriteOutcome.Unchanged)
                shards[id % 3].Set(id, change.After!.Value, second: sequence++);
        }

        var merged = new MergedLeaderboard<int>(shards);
        foreach (var style in Enum.GetValues<RankStyle>())
        {
            Assert.Equal(one.Top(12, style), merged.Top(12, style).Select(standing => standing with { Second = 0 }));
            foreach (var (_, score, id) in one)
            {
                Assert.Equal(one.StandingOf(id, style)?.Rank, merged.StandingOf(id, style)?.Rank);
                Assert.Equal(one.CountAtLeast(score), merged.CountAtLeast(score));
            }
        }
    }

    [Fact]
    public void Merged_WhereShardsDoNotKnow_StandsByShard()
    {
        var (first, second) = (new Leaderboard<string>(), new Leaderboard<string>());
        second.Set("b1", 5);
        first.Set("a1", 5);
        second.Set("b2", 5);
        first.Set("a2", 5);
        second.Set("best", 6);
        var merged = new MergedLeaderboard<string>(first, second);

        Assert.Equal([(1, "best"), (2, "a1"), (2, "a2"), (2, "b1"), (2, "b2")], merged.Select(standing => (standing.Rank, standing.Id)));
        Assert.Equal(["a2", "b1", "b2"], merged.Around("b1", 1).Select(standing => standing.Id));
        Assert.Equal(4, merged.StandingOf("b1", RankStyle.Ordinal)?.Rank);

        first.Increment("a2");
        Assert.Equal(2, merged.StandingOf("best", RankStyle.Ordinal)?.Rank);
    }

    [Fact]
    public void Merged_OfLiveAndFrozenBoards_SeesBoth()
    {
        var (live, closed) = (new Leaderboard<string>(), new Leaderboard<string>());
        live.Load([("ann", 5), ("hidden", 9)]);
        live.Hide("hidden");
        closed.Load([("ben", 7)]);
        var merged = new MergedLeaderboard<string>(live, closed.Freeze());

        Assert.Equal(["ben", "ann"], merged.Select(standing => standing.Id));
        Assert.Equal(9, merged.ScoreOf("hidden"));
        Assert.True(merged.Contains("hidden"));
        Assert.Null(merged["hidden"]);
    }

    [Fact]
    public void Constructor_WithShardsThatDoNotFit_SaysWhy()
    {
        var other = new Leaderboard<string>(new LeaderboardOptions { Order = ScoreOrder.Ascending });

        Assert.Throws<ArgumentException>(() => new MergedLeaderboard<string>());
        var error = Assert.Throws<ArgumentException>(() => new MergedLeaderboard<string>(new Leaderboard<string>(), other));
        Assert.Contains("Shard 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_WithOtherOrdersOfIds_RefusesThemWhereTiesGoById()
    {
        var byId = new LeaderboardOptions { Ties = TieOrder.ById };
        var ordinal = new Leaderboard<string>(byId);
        var named = new Leaderboard<string>(byId, idOrder: StringComparer.Ordinal);
        var ignoringCase = new Leaderboard<string>(byId, idOrder: StringComparer.OrdinalIgnoreCase);

        var error = Assert.Throws<ArgumentException>(() => new MergedLeaderboard<string>(ordinal, ignoringCase.Freeze()));
        Assert.Contains("Shard 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("order of ids", error.Message, StringComparison.Ordinal);

        Assert.Empty(new MergedLeaderboard<string>(ordinal, named));
        Assert.Empty(new MergedLeaderboard<string>(new Leaderboard<string>(), new Leaderboard<string>(idOrder: StringComparer.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Constructor_WithAShardTwiceOrNull_SaysWhich()
    {
        var (one, other) = (new Leaderboard<string>(), new Leaderboard<string>());

        var twice = Assert.Throws<ArgumentException>(() => new MergedLeaderboard<string>(one, other, one));
        Assert.StartsWith("Shard 2 is the same board as shard 0.", twice.Message, StringComparison.Ordinal);
        Assert.StartsWith("Shard 0 is null.", Assert.Throws<ArgumentException>(() => new MergedLeaderboard<string>(null!, other)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Shard 1 is null.", Assert.Throws<ArgumentException>(() => new MergedLeaderboard<string>(one, null!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enumeration_WithAWriteToAShard_Fails()
    {
        var shard = new Leaderboard<string>();
        shard.Load([("ann", 1), ("ben", 1)]);

        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var standing in new MergedLeaderboard<string>(shard))
                shard.Increment(standing.Id);
        });
    }
}
