namespace CampaignKit.Draws.Tests;

/// <summary>The first scenario's draw, with the winners that it states.</summary>
public sealed class ChangningScenarioTests
{
    [Fact]
    public void TopBy_TieOfFortyForSevenPlaces_IsSettledByTickets()
    {
        var outcome = new TopByRule("rank", Changning.Scores.Commitment, 20, TiePolicy.Ticket)
            .Draw(Changning.Scores, RuleSeed.FromText("changning-flag/2021-W13/rank|beacon:0000"), NoPrizes());

        Assert.Equal(20, outcome.Winners.Count);
        Assert.Equal(Enumerable.Range(1, 4).Select(Changning.Number), outcome.Winners.Take(4).Select(winner => winner.Id).Order());
        Assert.Equal(Enumerable.Range(5, 9).Select(Changning.Number), outcome.Winners.Skip(4).Take(9).Select(winner => winner.Id).Order());
        Assert.Equal(
            ["00113", "00121", "00127", "00117", "00125", "00112", "00126"],
            outcome.Winners.Skip(13).Select(winner => winner.Id));
    }

    [Fact]
    public void Random_OfMessages_DrawsTheTwentyStated()
    {
        var picked = Draw.Pick(Changning.Messages, RuleSeed.FromText("changning-flag/2021-W13/messages|beacon:0000"), 20);

        Assert.StartsWith("f742e559e1d967c8", Changning.Messages.Digest.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "m170 m206 m240 m140 m213 m182 m249 m233 m209 m113 m190 m203 m009 m054 m112 m033 m247 m080 m099 m201".Split(' '),
            picked.Winners.Select(winner => winner.Id));
    }

    [Fact]
    public void Random_TwoMessagesOfOneAuthor_SkipsTheSecondAndTakesTheNextTicket()
    {
        var authors = Enumerable.Range(1, 260).ToDictionary(Changning.Message, number => $"p-{number:D5}");
        authors["m240"] = authors["m170"];
        var pool = Changning.Messages.HeldBy(authors);

        var outcome = new RandomRule("messages", pool.Commitment, 20, 0)
            .Draw(pool, RuleSeed.FromText("changning-flag/2021-W13/messages|beacon:0000"), NoPrizes());

        var all = Draw.Pick(Changning.Messages, outcome.Seed, 21).Winners.Select(winner => winner.Id).ToList();
        Assert.Equal(all.Where(id => id != "m240"), outcome.Winners.Select(winner => winner.Id));
        var skipped = Assert.Single(outcome.Skipped);
        Assert.Equal(("m240", SkipReason.DrawnByThisRule, "m170"), (skipped.Entry.Id, skipped.Reason, skipped.EntryId));
    }

    [Fact]
    public void NumberEndsWith_OverAllNumbers_GivesExactlyThree()
    {
        var outcome = new NumberEndsWithRule("number", Changning.Numbers.Commitment, ["1921", "2021"])
            .Draw(Changning.Numbers, RuleSeed.FromText("any"), NoPrizes());

        Assert.Equal(["01921", "02021", "11921"], outcome.Winners.Select(winner => winner.Id));
    }

    [Fact]
    public void Hold_ThreeRules_NobodyWinsTwice()
    {
        var result = Changning.Held();

        var persons = result.Rules.SelectMany(rule => rule.Winners).Select(winner => winner.Person).ToList();
        Assert.Equal(persons.Count, persons.Distinct().Count());
        Assert.Contains(result["messages"].Skipped, skipped => skipped is { Reason: SkipReason.WonByEarlierRule, RuleId: "rank" });
        Assert.Contains(result["messages"].Skipped, skipped => skipped.Reason == SkipReason.DrawnByThisRule);
    }

    [Fact]
    public void Hold_Twice_GivesEqualTranscripts() =>
        Assert.Equal(Changning.Held().Transcript.ToJson(), Changning.Held().Transcript.ToJson());

    [Fact]
    public void Restore_WithAnotherPool_RefusesAndNamesRuleAndDigests()
    {
        var locked = Changning.Plan().Lock(Changning.Entropy);
        var changed = Pool.Of(Changning.Messages.Ids.Append("m261"));
        var pools = new Dictionary<string, Pool>(locked.Pools) { ["messages"] = changed };

        var refusal = Assert.Throws<PoolMismatchException>(() => LockedDraw.Restore(locked.Manifest.ToString(), pools));

        Assert.Equal("$.manifest.rules[1].pool.digest", Assert.Single(refusal.Differences).Path);
        Assert.Contains("'messages'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Changning.Messages.Digest.ToString(), refusal.Message, StringComparison.Ordinal);
        Assert.Contains(changed.Digest.ToString(), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_FromPublishedManifest_DrawsTheSame()
    {
        var locked = Changning.Plan().Lock(Changning.Entropy);

        var restored = LockedDraw.Restore(locked.Manifest.ToString(), locked.Pools);

        Assert.Equal(locked.Manifest.Digest, restored.Manifest.Digest);
        Assert.Equal(locked.Hold(Changning.Reveal).Transcript.ToJson(), restored.Hold(Changning.Reveal).Transcript.ToJson());
    }

    private static PrizeBook NoPrizes() => new(OverlapPolicy.OnePrizePerPerson);
}
