using System.Diagnostics;
using NodaTime;

namespace CampaignKit.Draws.Tests;

/// <summary>The shell lines, run by /bin/sh.</summary>
public sealed class ShellCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("draw-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Script_OfThreeRules_AgreesAndLinesPrintTheWinners() => AssertChecks(Changning.Held());

    [Fact]
    public void Script_OfOverlappingRules_Agrees() => AssertChecks(Draw.Plan("c/d/p")
        .TopBy("rank", Changning.Scores, 15, TiePolicy.Share)
        .Random("messages", Changning.HeldMessages(), 20, alternates: 5)
        .AllowOverlap()
        .Lock(Changning.Entropy).Hold(Changning.Reveal));

    [Theory]
    [InlineData(TiePolicy.Ticket)]
    [InlineData(TiePolicy.Share)]
    [InlineData(TiePolicy.Extend)]
    public void Script_OfAwkwardIds_Agrees(TiePolicy ties)
    {
        string[] awkward =
        [
            "plain", " leading", "trailing ", "two  spaces", "it's", "\"quoted\"", @"back\slash", @"\n", @"\\", "100%", "%s%d", "$HOME", "`date`", "*", "~",
            "-n", "-e", "#1", "a=b", "à", "Á", "参与者", "与语寄", "😀", "A", "a", "aB", "!", "&", ";", "|", "<x>", "(1)", "0", "007", "1e3", "e\u0301", "\u0100\u0301\u0381\u2081\u2088",
        ];
        var persons = awkward.Select((id, i) => (id, person: awkward[i / 2])).ToDictionary(entry => entry.id, entry => entry.person);
        AssertChecks(Draw.Plan("c/it's \\ 100%/p")
            .TopBy("rank", Pool.OfScores(awkward.Select((id, i) => (id, (long)(i % 4) - 2))), 5, ties)
            .TopBy("held-rank", Pool.OfScores(awkward.Select((id, i) => (id, (long)(i % 3)))).HeldBy(persons), 4, ties)
            .Random("plain", Pool.Of(awkward), 4, alternates: 3)
            .Random("held", Pool.Of(awkward, persons), 4, alternates: 3)
            .Random("weighted", Pool.OfWeights(awkward.Select((id, i) => (id, (long)(i % 4)))), 3, alternates: 4)
            .NumberEndsWith("number", Pool.OfNumbers(awkward.Select((id, i) => (id, $"00{i}"))).HeldBy(persons), "3", "007", "1", "00")
            .OnePrizePerPerson()
            .Lock(Changning.Entropy).Hold(Changning.Reveal));
    }

    [Theory]
    [MemberData(nameof(SmallDraws))]
    public void Script_OfAnySmallDraw_Agrees(int number) => AssertChecks(AnyDraw.Of(number, mostEntries: 9).Held());

    [Fact]
    public void Script_OfNumbersBeyondFloatingPoint_Agrees()
    {
        string[] digits = ["9007199254740991", "9007199254740993", "18014398509481981", "7", new string('9', 256), $"{new string('0', 200)}7", "4503599627370495"];
        var numbers = Pool.OfNumbers(digits.Select((number, i) => ($"p{i}", number)));
        AssertChecks(new[] { (9_007_199_254_740_991, 0L), (9_007_199_254_740_991, 2), (4_503_599_627_370_497, 7), (6_004_799_503_160_661, 6_004_799_503_160_659), (3, 1), (1, 0), (10, 1) }
            .Select((rule, i) => (rule, i))
            .Aggregate(Draw.Plan("c/d/p"), (plan, nth) => plan.EveryNth($"nth{nth.i}", numbers, nth.rule.Item1, nth.rule.Item2))
            .Threshold("high", Pool.OfScores([("a", long.MaxValue), ("b", 9_007_199_254_740_990), ("c", 9_007_199_254_740_991), ("d", 9_007_199_254_740_992), ("e", long.MinValue)]), ThresholdRule.MaxAtLeast)
            .Threshold("low", Pool.OfScores([("a", -9_007_199_254_740_991), ("b", -9_007_199_254_740_992), ("c", -9_007_199_254_740_993), ("e", long.MinValue)]), -ThresholdRule.MaxAtLeast)
            .AllowOverlap()
            .Lock(Changning.Entropy).Hold(Changning.Reveal));
    }

    public static TheoryData<int> SmallDraws => [.. Enumerable.Range(1, 60)];

    [Fact]
    public void Script_OfScoresBeyondFloatingPoint_Agrees() => AssertChecks(Draw.Plan("c/d/p")
        .TopBy("rank", Pool.OfScores([("a", long.MaxValue), ("b", long.MaxValue - 1), ("c", long.MaxValue - 2), ("d", -5), ("e", long.MinValue)]), 2, TiePolicy.Extend)
        .TopBy("low", Pool.OfScores([("f", -7), ("g", -7), ("h", -8)]), 9, TiePolicy.Ticket)
        .AllowOverlap()
        .Lock(Changning.Entropy).Hold(Changning.Reveal));

    [Fact]
    public void Script_OfEmptyPools_Agrees() => AssertChecks(Draw.Plan("c/d/p")
        .TopBy("rank", Pool.OfScores([]), 2, TiePolicy.Extend)
        .Random("messages", Pool.Of([], new Dictionary<string, string>()), 2, alternates: 1)
        .Random("weighted", Pool.OfWeights([("a", 0)]), 2)
        .NumberEndsWith("number", Pool.OfNumbers([]), "1")
        .OnePrizePerPerson()
        .Lock(Changning.Entropy).Hold(Changning.Reveal));

    [Fact]
    public void Script_OfDrandRound_Agrees()
    {
        const string signature = "95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126";
        AssertChecks(Draw.Plan("c/d/p").Random("r", Changning.Messages, 3).OnePrizePerPerson()
            .Lock(new FutureDrandRound(Drand.Quicknet, 38)).Hold(new DrandRound(38, signature)));
    }

    [Fact]
    public void Script_OfNistPulse_Agrees() => AssertChecks(Draw.Plan("c/d/p").Random("r", Changning.Messages, 3).OnePrizePerPerson()
        .Lock(EntropyVectors.FuturePulse).Hold(EntropyVectors.Pulse));

    [Fact]
    public void Script_OfLateNumbers_Agrees()
    {
        var first = EntropyVectors.FuturePulse;
        var late = new LateEntropy(Duration.FromHours(1), new FutureNumbers("it's 100% \\n", 3, 0, 9, first.At + Duration.FromDays(1)));
        AssertChecks(Draw.Plan("c/d/p").Random("r", Changning.Messages, 3).OnePrizePerPerson()
            .Lock(first, late).Hold(new AnnouncedNumbers(0, 7, 0), "the beacon's certificate was replaced"));
    }

    [Theory]
    [InlineData("rank.pool.txt", "pool of rank")]
    [InlineData("messages.holders.txt", "holders of messages")]
    [InlineData("manifest.json", "manifest")]
    [InlineData("exclusions.txt", "exclusions")]
    [InlineData("teams.strata.txt", "strata of teams")]
    public void Script_ChangedFile_EndsWithOneAndNamesIt(string file, string named)
    {
        var teams = Pool.Of(["a", "b"]).InStrata(new Dictionary<string, string> { ["a"] = "x", ["b"] = "y" });
        DrawFolder.Save(
            Changning.Plan().Random("teams", teams, 1, 0, Quota.AtMost("x", 1)).Exclude(Exclusions.Of([("00001", "staff")])).Lock(Changning.Entropy).Hold(Changning.Reveal),
            _folder);
        var path = Path.Combine(_folder, file);
        var bytes = File.ReadAllBytes(path);
        bytes[^2] ^= 1;
        File.WriteAllBytes(path, bytes);

        var (code, _, errors) = Shell(Path.Combine(_folder, DrawFolder.CheckFile));

        Assert.Equal(1, code);
        Assert.StartsWith($"DIFFERENT: {named}\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_OtherWinner_EndsWithOneAndNamesTheRule()
    {
        DrawFolder.Save(Changning.Held(), _folder);
        var path = Path.Combine(_folder, DrawFolder.CheckFile);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n02021\n", "\n02022\n", StringComparison.Ordinal));

        var (code, _, errors) = Shell(path);

        Assert.Equal(1, code);
        Assert.StartsWith("DIFFERENT: winners of number\n", errors, StringComparison.Ordinal);
    }

    private void AssertChecks(DrawResult result)
    {
        DrawFolder.Save(result, _folder);
        var (code, output, errors) = Shell(Path.Combine(_folder, DrawFolder.CheckFile));
        Assert.True(code == 0 && errors.Length == 0, $"{code}: {errors}\n{output}");
        var verification = DrawVerifier.Verify(Path.Combine(_folder, DrawFolder.TranscriptFile));
        Assert.True(verification.IsValid, verification.ToString());
        Assert.Equal(VerificationStatus.PartlyChecked, DrawVerifier.Verify(result.Transcript.WithoutPools()).Status);

        foreach (var rule in result.Rules)
        {
            var winners = Shell("-c", ShellCheck.LineFor(result.Transcript, rule.RuleId));
            Assert.Equal((string.Concat(rule.Winners.Select(winner => winner.Id + "\n")), string.Empty), (winners.Output, winners.Errors));
            var digest = Shell("-c", ShellCheck.PoolLineFor(result.Transcript, rule.RuleId));
            Assert.Equal($"{result.Transcript.Manifest[rule.RuleId].Pool.Digest}\n", digest.Output);
        }
    }

    private (int Code, string Output, string Errors) Shell(params string[] arguments)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = shell.StandardError.ReadToEndAsync();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
