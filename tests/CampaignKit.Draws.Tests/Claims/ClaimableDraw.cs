using NodaTime;

namespace CampaignKit.Draws.Tests;

/// <summary>A small draw with a week to claim: shared ranks, messages of which everyone who loses is an alternate, and even numbers.</summary>
internal static class ClaimableDraw
{
    internal static DrawResult Held(OverlapPolicy overlap, string lucky = "lucky")
    {
        var people = Enumerable.Range(0, 24).Select(i => $"p{i:D2}").ToList();
        var scores = Pool.OfScores(people.Select((id, i) => (id, (long)(i < 4 ? 5 : 1))));
        var messages = people.ToDictionary(id => id.Replace('p', 'm'), id => people[(id[2] * 7 + id[1] * 3) % 24]);
        var numbers = Pool.OfNumbers(people.Select((id, i) => (id, $"{i:D3}")));
        var plan = Draw.Plan("campaign/claims/第一期")
            .TopBy("rank", scores, 3, TiePolicy.Share)
            .Random(lucky, Pool.Of(messages.Keys, messages), 3, 20)
            .NumberEndsWith("number", numbers, "0", "2", "4", "6", "18");
        plan = overlap == OverlapPolicy.Allowed ? plan.AllowOverlap() : plan.OnePrizePerPerson();
        return plan.ClaimWithin(Duration.FromDays(7)).Lock(Changning.Entropy).Hold(Changning.Reveal);
    }

    /// <summary>The alternates of the lucky rule whose persons have not won.</summary>
    internal static List<DrawnEntry> FreeAlternates(Transcript transcript)
    {
        var won = transcript.Rules.SelectMany(rule => rule.Winners).Select(winner => winner.Person).ToHashSet();
        return [.. transcript["lucky"].Alternates.Where(alternate => !won.Contains(alternate.Person))];
    }
}
