using System.Text;
using NodaTime;

namespace CampaignKit.Draws.Tests;

/// <summary>Small transcripts that verify, between them with everything that a transcript can hold.</summary>
internal static class FuzzedTranscripts
{
    private const long Round = 1000;

    private const string Signature = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    private static readonly Dictionary<string, Transcript> ByName = new()
    {
        ["every rule, holders, claims, proofs, pools inline"] = Everything(),
        ["beacon, weights, ties extended"] = Beacon(),
        ["numbered, late source, shares, overlap"] = Numbered(),
        ["late beacon with the signature before, exclusions, quotas, earliest, first, every-nth, threshold"] = Late(),
    };

    internal static TheoryData<string> Names => [.. ByName.Keys];

    internal static IEnumerable<string> All => ByName.Keys;

    internal static Transcript Get(string name) => ByName[name];

    internal static byte[] Document(string name) => Encoding.UTF8.GetBytes(ByName[name].ToJson());

    internal static Transcript Everything()
    {
        string[] people = ["p1", "p2", "p3", "张"];
        var held = Draw.Plan("c/d/第一期")
            .TopBy("rank", Pool.OfScores(people.Select((id, i) => (id, (long)-i))), 1, TiePolicy.Ticket)
            .Random("lucky", Pool.Of(["m1", "m2", "m3", "m4", "m\"5"], new Dictionary<string, string> { ["m1"] = "p1", ["m2"] = "p2", ["m3"] = "p3", ["m4"] = "张", ["m\"5"] = "p6" }), 1, 4)
            .NumberEndsWith("number", Pool.OfNumbers([("p1", "01"), ("p3", "21"), ("p9", "011")]), "1")
            .OnePrizePerPerson().ClaimWithin(Duration.FromDays(1))
            .Lock(Changning.Entropy).Hold(Changning.Reveal).Transcript;
        var at = Instant.FromUtc(2021, 4, 5, 2, 0);
        var claims = Claims.Open(held, at);
        claims = ((ClaimAccepted)claims.Claim("rank", held["rank"].Winners[0].Id, at + Duration.FromHours(1))).Claims;
        claims = ((ClaimAccepted)claims.Forfeit("lucky", held["lucky"].Winners[0].Id, at + Duration.FromHours(2), "declined", "office-1")).Claims;
        return held.WithClaims(claims).WithProofs(held.Pools);
    }

    private static Transcript Beacon() => Draw.Plan("c/d/p")
        .Random("weighted", Pool.OfWeights([("a", 0), ("b", 1), ("c", 20), ("d", 3)]), 2, 1)
        .TopBy("extended", Pool.OfScores([("a", 3), ("b", 2), ("c", 2), ("d", 1)]), 2, TiePolicy.Extend)
        .OnePrizePerPerson()
        .Lock(new FutureDrandRound(Drand.Quicknet, Round)).Hold(new DrandRound(Round, Signature)).Transcript;

    private static Transcript Numbered() => Draw.Plan("c/d/p")
        .TopBy("shared", Pool.OfScores([("a", 3), ("b", 2), ("c", 2), ("d", 1)]), 2, TiePolicy.Share)
        .AllowOverlap().Numbered(new DrawNumber(7, Digest.Of("number six")))
        .Lock(new FutureDrandRound(Drand.Quicknet, Round), new LateEntropy(Duration.FromHours(1), Changning.Entropy))
        .Hold(new DrandRound(Round, Signature)).Transcript;

    private static Transcript Late()
    {
        var beacon = DrandRound.Parse(EntropyVectors.DrandBeacons.First(beacon => beacon.GetProperty("round").GetInt64() == 2_634_945).GetRawText());
        var due = Drand.Default.DueTimeOf(beacon.Round);
        return Draw.Plan("c/d/p")
            .TopBy("earliest", Pool.OfTimedScores([("a", 3, 7), ("b", 3, 6), ("c", 3, 6), ("d", 1, 1)]), 2, TiePolicy.EarliestToReach, alternates: 1)
            .FirstN("first", Pool.OfScores([("a", 4), ("b", 1), ("e", 1)]), 1, TiePolicy.Ticket)
            .Random("teams", Pool.Of(["a", "d", "f", "g", "h"]).InStrata([new("a", "x"), new("d", "x"), new("f", "y"), new("g", "y"), new("h", "z")]), 2, 1, Quota.AtLeast("y", 1))
            .EveryNth("nth", Pool.OfNumbers([("a", "7"), ("i", "14"), ("j", "15")]), 7)
            .Threshold("threshold", Pool.OfScores([("k", 5), ("l", 4)]), 5)
            .Exclude(Exclusions.Of([("b", "员工"), ("zz", "won c/d/o by first")]))
            .OnePrizePerPerson()
            .Lock(
                new FutureNumbers("the evening's three digits", 3, 0, 9, due - Duration.FromHours(2)),
                new LateEntropy(Duration.FromHours(1), new FutureDrandRound(Drand.Default, beacon.Round)))
            .Hold(beacon, "nothing was announced").Transcript;
    }
}
