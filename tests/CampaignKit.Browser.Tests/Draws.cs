using System.Globalization;
using CampaignKit.Draws;

namespace CampaignKit.Browser.Tests;

/// <summary>Draws of the library, to be checked by the page.</summary>
internal static class Draws
{
    /// <summary>A real round of drand's chain "quicknet".</summary>
    internal const long Round = 1000;

    internal const string Signature = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    /// <summary>The draw by an operator's secret.</summary>
    internal static DrawResult Lucky() => LuckyPlan().Lock(OperatorCommitment.To(Secret)).Hold(new OperatorReveal(Secret));

    /// <summary>The draw by a round of drand, whose signature takes the page a moment.</summary>
    internal static DrawResult LuckyByDrand() => LuckyPlan().Lock(new FutureDrandRound(Drand.Quicknet, Round)).Hold(new DrandRound(Round, Signature));

    // Ranks with ties, messages with authors, numbers: 1,200 people, one prize each.
    private static DrawPlan LuckyPlan() => CampaignKit.Draws.Draw.Plan("changning/lucky/2021-W13")
        .TopBy("rank", Pool.OfScores(People(1200).Select((id, i) => (id, (long)(i * 7 % 60)))), take: 20, ties: TiePolicy.Ticket)
        .Random("messages", Messages(), take: 20, alternates: 10)
        .NumberEndsWith("number", Pool.OfNumbers(People(1200).Select(id => (id, $"0{id}"))), "121", "21")
        .OnePrizePerPerson();

    /// <summary>Weights, shared and extended ties, ids that want care.</summary>
    internal static DrawResult Awkward()
    {
        string[] ids =
        [
            "</script><script>alert(1)</script>", "<!--", "<b>bold</b>", "it's", "\"quoted\"", @"back\slash", "\u2028line\u2029", "a=b&c", "à", "参与者", "😀", "\ue000", "\ufb01",
            "A", "a", "0", "007", " leading", "trailing ", "e\u0301",
        ];
        return CampaignKit.Draws.Draw.Plan("c/it's <script> \\ 100%/第一期")
            .TopBy("share", Pool.OfScores(ids.Select((id, i) => (id, (long)(i % 3)))), 5, TiePolicy.Share)
            .TopBy("extend", Pool.OfScores(ids.Select((id, i) => (id, long.MaxValue - (i % 4)))), 3, TiePolicy.Extend)
            .Random("weighted", Pool.OfWeights(ids.Select((id, i) => (id, (long)(i % 5)))), 4, alternates: 4)
            .AllowOverlap()
            .Lock(OperatorCommitment.To(Secret)).Hold(new OperatorReveal(Secret));
    }

    internal const string Secret = "5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142";

    /// <summary>The rules that <see cref="Lucky"/> has not, with quotas, exclusions and times.</summary>
    internal static DrawResult OtherRules()
    {
        var people = People(60).ToList();
        return CampaignKit.Draws.Draw.Plan("c/other/p")
            .TopBy("earliest", Pool.OfTimedScores(people.Select((id, i) => (id, (long)(i % 3), (long)(i * 7 % 11)))), 4, TiePolicy.EarliestToReach, alternates: 2)
            .FirstN("first", Pool.OfScores(people.Select((id, i) => (id, (long)(i / 4)))), 5, TiePolicy.Share, alternates: 1)
            .EveryNth("nth", Pool.OfNumbers(people.Select(id => (id, id))), 25, 7)
            .Threshold("threshold", Pool.OfScores(people.Select((id, i) => (id, (long)i - 30))), 27)
            .Random("teams", Pool.Of(people).InStrata(people.ToDictionary(id => id, id => $"team {id[^1]}")), 6, alternates: 1, [Quota.Between("team 1", 2, 2), Quota.AtMost("team 2", 0)])
            .Exclude(Exclusions.Of([("00001", "staff"), ("00059", "员工")]))
            .OnePrizePerPerson()
            .Lock(OperatorCommitment.To(Secret)).Hold(new OperatorReveal(Secret));
    }

    internal static DrawResult Large(int entrants) => CampaignKit.Draws.Draw.Plan("c/large/p")
        .Random("all", Pool.Of(Enumerable.Range(0, entrants).Select(i => $"participant-{i.ToString("D9", CultureInfo.InvariantCulture)}")), 20, 5)
        .AllowOverlap()
        .Lock(OperatorCommitment.To(Secret)).Hold(new OperatorReveal(Secret));

    private static IEnumerable<string> People(int count) => Enumerable.Range(1, count).Select(number => number.ToString("D5", CultureInfo.InvariantCulture));

    private static Pool Messages()
    {
        var ids = Enumerable.Range(1, 260).Select(number => $"m{number.ToString("D3", CultureInfo.InvariantCulture)}").ToList();
        return Pool.Of(ids).HeldBy(ids.Select((id, i) => KeyValuePair.Create(id, (i * 7 % 90 + 1).ToString("D5", CultureInfo.InvariantCulture))));
    }
}
