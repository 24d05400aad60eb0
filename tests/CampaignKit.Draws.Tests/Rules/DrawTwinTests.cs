using FsCheck;

namespace CampaignKit.Draws.Tests;

/// <summary>Every rule, with exclusions, quotas and overlap, beside the plain draw.</summary>
public sealed class DrawTwinTests
{
    [Property(MaxTest = 1_500)]
    public void Hold_AnyDraw_EqualsThePlainDraw(DoNotSize<int> number)
    {
        var any = AnyDraw.Of(number.Item);

        var held = any.Held();

        var plain = new PlainDraw(any.Overlap, any.Excluded.ToDictionary(entry => entry.Person, entry => entry.Reason));
        foreach (var rule in any.Rules)
            AssertSame(plain.Draw(rule, held[rule.Id].Seed), held[rule.Id]);
    }

    [Property]
    public void Hold_AnyDraw_ItsDocumentsAreReadAgain(DoNotSize<int> number)
    {
        var locked = AnyDraw.Of(number.Item).Plan().Lock(Changning.Entropy);
        var held = locked.Hold(Changning.Reveal);

        Assert.Equal(locked.Manifest.ToString(), Manifest.Parse(locked.Manifest.ToString()).ToString());
        Assert.Equal(held.Transcript.ToJson(), Transcript.Parse(held.Transcript.ToJson()).ToJson());
        Assert.True(DrawVerifier.Verify(held.Transcript).IsValid);
        var restored = LockedDraw.Restore(locked.Manifest.ToString(), locked.Pools, locked.Exclusions);
        Assert.Equal(held.Transcript.ToJson(), restored.Hold(Changning.Reveal).Transcript.ToJson());
    }

    [Property]
    public void Hold_OnePrizePerPerson_NobodyWinsTwiceAndEarlierRulesGoFirst(DoNotSize<int> number)
    {
        var any = AnyDraw.Of(number.Item) with { Overlap = OverlapPolicy.OnePrizePerPerson };
        var held = any.Held();

        var persons = held.Rules.SelectMany(rule => rule.Winners).Select(winner => winner.Person).ToList();
        Assert.Equal(persons.Count, persons.Distinct().Count());
        Assert.Empty(persons.Intersect(any.Excluded.Select(entry => entry.Person)));
        for (var i = 0; i < held.Rules.Count; i++)
        {
            var before = held.Rules.Take(i).SelectMany(rule => rule.Winners.Select(winner => (winner.Person, rule.RuleId, winner.Id))).ToHashSet();
            Assert.All(
                held.Rules[i].Skipped.Where(skipped => skipped.Reason == SkipReason.WonByEarlierRule),
                skipped => Assert.Contains((skipped.Entry.Person, skipped.RuleId!, skipped.EntryId!), before));
        }
    }

    private static void AssertSame(RuleOutcome expected, RuleOutcome actual)
    {
        Assert.Equal(expected.Winners, actual.Winners);
        Assert.Equal(expected.Alternates, actual.Alternates);
        Assert.Equal(expected.Skipped, actual.Skipped);
    }
}
