using NodaTime;

namespace CampaignKit.Draws.Tests;

public sealed class DrawPlanFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_EveryRule_IsThePlanInCode()
    {
        Write("rank.txt", "p1\t5\np2\t7\n");
        Write("timed.txt", "p1\t5\t1\np2\t5\t2\n");
        Write("messages.txt", "m1\nm2\n");
        Write("authors.txt", "m1\tp1\nm2\tp1\n");
        Write("people.txt", "p1\t1\np2\t3\n");
        Write("teams.txt", "p1\tairport\np2\thealth\n");
        Write("numbers.txt", "p1\t00021\n");
        Write("staff.txt", "p9\tstaff\n");
        var plan = Load("""
            { "draw": "changning/lucky/2021-W13", "overlap": "one-prize-per-person", "sequence": 1, "claimWithin": 604800, "exclusions": "staff.txt",
              "rules": [
                { "id": "rank", "rule": "top-by", "take": 2, "ties": "share", "pool": "rank.txt" },
                { "id": "timed", "rule": "top-by", "take": 1, "ties": "earliest", "alternates": 1, "pool": "timed.txt" },
                { "id": "quick", "rule": "first", "take": 1, "ties": "extend", "pool": "rank.txt" },
                { "id": "messages", "rule": "random", "take": 1, "alternates": 1, "pool": "messages.txt", "holders": "authors.txt" },
                { "id": "teams", "rule": "random", "take": 2, "weighted": true, "pool": "people.txt", "strata": "teams.txt", "quotas": [ { "stratum": "airport", "min": 1, "max": 2 } ] },
                { "id": "number", "rule": "number-ends-with", "suffixes": ["021", "1"], "pool": "numbers.txt" },
                { "id": "nth", "rule": "every-nth", "n": 7, "offset": 0, "pool": "numbers.txt" },
                { "id": "hundred", "rule": "threshold", "atLeast": -6, "pool": "rank.txt" } ] }
            """);

        var scores = Pool.OfScores([("p1", 5), ("p2", 7)]);
        var numbers = Pool.OfNumbers([("p1", "00021")]);
        var coded = Draw.Plan("changning/lucky/2021-W13")
            .TopBy("rank", scores, 2, TiePolicy.Share)
            .TopBy("timed", Pool.OfTimedScores([("p1", 5, 1), ("p2", 5, 2)]), 1, TiePolicy.EarliestToReach, alternates: 1)
            .FirstN("quick", scores, 1, TiePolicy.Extend)
            .Random("messages", Pool.Of(["m1", "m2"], new Dictionary<string, string> { ["m1"] = "p1", ["m2"] = "p1" }), 1, alternates: 1)
            .Random("teams", Pool.OfWeights([("p1", 1), ("p2", 3)]).InStrata(new Dictionary<string, string> { ["p1"] = "airport", ["p2"] = "health" }), 2, 0, Quota.Between("airport", 1, 2))
            .NumberEndsWith("number", numbers, "021", "1")
            .EveryNth("nth", numbers, 7)
            .Threshold("hundred", scores, -6)
            .OnePrizePerPerson().Exclude(Exclusions.Of([("p9", "staff")])).Numbered(new DrawNumber(1, null)).ClaimWithin(Duration.FromDays(7));
        var (loaded, expected) = (plan.Lock(Changning.Entropy), coded.Lock(Changning.Entropy));
        Assert.Equal(expected.Manifest.ToString(), loaded.Manifest.ToString());
        Assert.Equal(expected.Hold(Changning.Reveal).Transcript.ToJson(), loaded.Hold(Changning.Reveal).Transcript.ToJson());
    }

    [Fact]
    public void Load_ManyProblems_NamesAllWithFilePlaceValueAndRule()
    {
        Write("bad.txt", "a\nb\t1\na\n");
        Write("good.txt", "a\n");
        Write("other.txt", "b\tp\n");
        Write("staff.txt", "no reason\n");

        var refusal = Assert.Throws<DrawPlanException>(() => Load("""
            { "draw": "lucky", "overlap": "never", "sequence": 2, "claimWithin": 0, "exclusions": "staff.txt", "colour": "red",
              "rules": [
                { "id": "one", "rule": "random", "take": 0, "pool": "good.txt" },
                { "id": "two", "rule": "random", "take": 1, "pool": "bad.txt" },
                { "id": "three", "rule": "random", "take": 1, "pool": "missing.txt" },
                { "id": "four", "rule": "random", "take": 1, "pool": "good.txt", "holders": "other.txt" },
                { "id": "five", "rule": "random", "take": 1, "pool": "good.txt", "quotas": [ { "stratum": "x", "min": 1, "max": 1 } ] },
                { "id": "six", "rule": "lottery", "pool": "good.txt" },
                { "id": "seven", "rule": "number-ends-with", "suffixes": ["1"], "weighted": true, "pool": "good.txt" },
                { "id": "eight", "rule": "random", "take": 1, "weighted": "yes", "pool": "good.txt" },
                { "id": "nine", "rule": "random", "take": 1, "pool": "good.txt" },
                { "id": "NINE", "rule": "random", "take": 1, "pool": "good.txt" } ] }
            """));

        Assert.Equal(
            [
                ("plan.json", "$.colour"), ("plan.json", "$.draw"), ("plan.json", "$.overlap"), ("plan.json", "$.sequence"), ("plan.json", "$.claimWithin"),
                ("staff.txt", "line 1"), ("plan.json", "$.rules[0].take"), ("bad.txt", "line 2"), ("bad.txt", "line 3"), ("plan.json", "$.rules[2].pool"),
                ("other.txt", "entrant 1"), ("other.txt", "holder 1"), ("plan.json", "$.rules[4].quotas"), ("plan.json", "$.rules[5].rule"),
                ("plan.json", "$.rules[6].weighted"), ("plan.json", "$.rules[7].weighted"), ("plan.json", "$.rules[9].id"),
            ],
            refusal.Problems.Select(problem => (problem.File, problem.Place)));
        Assert.Contains("plan.json: $.rules[0].take: 0: it is an integer from 1 to 1000000", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("bad.txt: line 3: 'a': an id stands once; it stands on line 1 already", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed" }""", "$.rules")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": [] }""", "$.rules")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": {} }""", "$.rules")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": [ 1 ] }""", "$.rules[0]")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": [ { "id": "r", "rule": "random", "take": 1, "pool": 7 } ] }""", "$.rules[0].pool")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": [ { "id": "r", "rule": "random", "take": 1, "pool": "" } ] }""", "$.rules[0].pool")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": [ { "id": "r", "rule": "top-by", "take": 1, "pool": "x" } ] }""", "$.rules[0].ties")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": [ { "id": "r", "rule": "first", "take": 1, "ties": "earliest", "pool": "ids.txt" } ] }""", "$.rules[0].ties")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": [ { "id": "r", "rule": "every-nth", "n": 2, "offset": 2, "pool": "x" } ] }""", "$.rules[0].offset")]
    [InlineData("""{ "draw": "a/b/c", "overlap": "allowed", "rules": [ { "id": "r", "rule": "threshold", "atLeast": 9007199254740992, "pool": "x" } ] }""", "$.rules[0].atLeast")]
    public void Load_OneProblem_IsNamedAlone(string json, string place)
    {
        Write("ids.txt", "a\t1\n");
        Write("x", "a\t1\n");

        Assert.Equal(place, Assert.Single(Assert.Throws<DrawPlanException>(() => Load(json)).Problems).Place);
    }

    [Fact]
    public void Load_NoPlan_IsTheFilesError() => Assert.Throws<FileNotFoundException>(() => DrawPlan.Load(Path.Combine(_folder, "none.json")));

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(366.0 * 86_400 + 1)]
    public void ClaimWithin_OutOfRange_IsRefused(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Plan("c/d/p").ClaimWithin(Duration.FromSeconds(seconds)));

    [Fact]
    public void Lock_NumberedWithTimeToClaim_StandsInTheManifest()
    {
        var previous = Digest.Of("previous");

        var manifest = Changning.Plan().Numbered(new DrawNumber(7, previous)).ClaimWithin(DrawPlan.MaxClaimTime).Lock(Changning.Entropy).Manifest;

        Assert.Equal((new DrawNumber(7, previous), DrawPlan.MaxClaimTime), (manifest.Number, manifest.ClaimWithin));
        Assert.Equal(manifest.ToString(), Manifest.Parse(manifest.ToString()).ToString());
    }

    private DrawPlan Load(string json)
    {
        Write("plan.json", json);
        return DrawPlan.Load(Path.Combine(_folder, "plan.json"));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
