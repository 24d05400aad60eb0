namespace CampaignKit.Draws.Tests;

public sealed class ExclusionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("exclusions-").FullName;

    private string TranscriptPath => Path.Combine(_folder, DrawFolder.TranscriptFile);

    private string ExclusionsPath => Path.Combine(_folder, DrawFolder.ExclusionsFile);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_AnyOrder_HasTheDigestOfTheSortedLines()
    {
        var exclusions = Exclusions.Of([("b", "staff"), ("a", "struck: two accounts")]);

        Assert.Equal(Digest.Of("a\tstruck: two accounts\nb\tstaff\n"), exclusions.Digest);
        Assert.Equal((2, "staff", null), (exclusions.Size, exclusions.ReasonFor("b"), exclusions.ReasonFor("c")));
        Assert.Equal(["a", "b"], exclusions.Persons);
        Assert.Null(Exclusions.None.Commitment);
    }

    [Fact]
    public void Of_BadEntries_AreNamedTogether()
    {
        var refusal = Assert.Throws<PoolFormatException>(() => Exclusions.Of([("a", "x"), ("a", "y"), ("b", ""), ("c", "line\nfeed"), ("", "x")]));

        Assert.Equal([2, 3, 4, 5], refusal.Problems.Select(problem => problem.Position));
        Assert.Contains("a reason has the form of an id", refusal.Problems[1].Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void And_SomeoneInBoth_KeepsTheFirstReason()
    {
        var both = Exclusions.Of([("a", "staff"), ("b", "staff")]).And(Exclusions.Of([("b", "other"), ("c", "other")]));

        Assert.Equal(["staff", "staff", "other"], both.Persons.Select(both.ReasonFor));
    }

    [Fact]
    public void Save_AndLoad_IsTheSame()
    {
        var exclusions = Exclusions.Of([("参与者", "员工"), ("a", "x y")]);

        exclusions.Save(ExclusionsPath);

        Assert.Equal(exclusions.Commitment, Exclusions.Load(ExclusionsPath).Commitment);
    }

    [Fact]
    public void WinnersOf_PastDraws_NamesTheDrawAndTheRuleOfTheFirstWin()
    {
        var (first, second) = (Weekly("2021-W11"), Weekly("2021-W12"));

        var pause = Exclusions.WinnersOf([second.Transcript, first.Transcript]);

        Assert.Equal(first.Rules.Concat(second.Rules).SelectMany(rule => rule.Winners).Select(winner => winner.Person).Distinct().Count(), pause.Size);
        Assert.Equal("won changning/lucky/2021-W12 by rank", pause.ReasonFor(second["rank"].Winners[0].Person));
        Assert.All(first["messages"].Winners, winner => Assert.StartsWith("won changning/lucky/2021-W1", pause.ReasonFor(winner.Person), StringComparison.Ordinal));
    }

    [Fact]
    public void WinnersOf_LongNames_CutsTheReasonToItsLength()
    {
        var part = new string('赛', DrawName.MaxPartLength);
        var past = Draw.Plan(new DrawName(part, part, part)).Random("r", Pool.Of(["a"]), 1).AllowOverlap().Lock(Changning.Entropy).Hold(Changning.Reveal);

        var reason = Exclusions.WinnersOf([past.Transcript]).ReasonFor("a")!;

        Assert.StartsWith("won 赛赛", reason, StringComparison.Ordinal);
        Assert.EndsWith("赛…", reason, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(reason), 254, 256);
    }

    [Fact]
    public void CoolDown_LastWeeksWinners_ArePassedOverWithTheReason()
    {
        var past = Weekly("2021-W12");

        var next = Changning.Plan().CoolDown(past.Transcript).Exclude(Exclusions.Of([("00005", "staff")])).Lock(Changning.Entropy).Hold(Changning.Reveal);

        var before = past.Rules.SelectMany(rule => rule.Winners).Select(winner => winner.Person).ToHashSet();
        Assert.DoesNotContain(next.Rules.SelectMany(rule => rule.Winners), winner => before.Contains(winner.Person));
        var first = next["rank"].Skipped[0];
        Assert.Equal((SkipReason.Excluded, "won changning/lucky/2021-W12 by rank", null, null), (first.Reason, first.Why, first.RuleId, first.EntryId));
    }

    [Fact]
    public void Verify_FolderWithExclusions_IsValidAndChangedOnesAreNamed()
    {
        DrawFolder.Save(Excluding(), _folder);

        var check = DrawVerifier.Verify(TranscriptPath);
        Assert.True(check.IsValid, check.ToString());
        Assert.Equal(PoolEvidence.Data, check.Exclusions);

        File.AppendAllText(ExclusionsPath, "00009\tlate\n");
        Assert.Equal("$.manifest.exclusions.digest", DrawVerifier.Verify(TranscriptPath).FirstDifference?.Path);
        File.WriteAllText(ExclusionsPath, "no reason\n");
        Assert.Equal("$.manifest.exclusions.digest", DrawVerifier.Verify(TranscriptPath).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_ExclusionsMissing_IsPartlyChecked()
    {
        DrawFolder.Save(Excluding(), _folder);
        File.Delete(ExclusionsPath);

        var check = DrawVerifier.Verify(TranscriptPath);

        Assert.Equal((VerificationStatus.PartlyChecked, PoolEvidence.DigestOnly), (check.Status, check.Exclusions));
        Assert.All(check.Pools.Values, evidence => Assert.Equal(PoolEvidence.Data, evidence));
        Assert.Contains("the exclusions were missing (", check.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ExclusionsInTheTranscript_AreUsedAndChecked()
    {
        var json = Excluding().Transcript.ToJson();
        Assert.Contains("\"exclusions\": [\n    \"00001\\tstaff\",", json, StringComparison.Ordinal);

        Assert.True(DrawVerifier.Verify(Transcript.Parse(json)).IsValid);
        var changed = Transcript.Parse(json.Replace("00001\\tstaff", "00001\\tstuff", StringComparison.Ordinal));
        Assert.Equal("$.manifest.exclusions.digest", DrawVerifier.Verify(changed).FirstDifference?.Path);
        var other = Assert.Throws<DrawDocumentException>(() => Transcript.Parse(json.Replace("00001\\tstaff", "00001", StringComparison.Ordinal)));
        Assert.Equal("$.exclusions", other.Path);
    }

    [Fact]
    public void Restore_WithoutTheExclusionsOrWithOthers_IsRefused()
    {
        var locked = Changning.Plan().Exclude(Exclusions.Of([("00001", "staff")])).Lock(Changning.Entropy);
        var text = locked.Manifest.ToString();

        Assert.Equal("$.manifest.exclusions.digest", Assert.Single(Assert.Throws<PoolMismatchException>(() => LockedDraw.Restore(text, locked.Pools)).Differences).Path);
        Assert.Throws<PoolMismatchException>(() => LockedDraw.Restore(text, locked.Pools, Exclusions.Of([("00001", "other")])));
        Assert.Throws<PoolMismatchException>(() => LockedDraw.Restore(Changning.Plan().Lock(Changning.Entropy).Manifest.ToString(), locked.Pools, locked.Exclusions));
        Assert.Equal(
            locked.Hold(Changning.Reveal).Transcript.ToJson(),
            LockedDraw.Restore(text, locked.Pools, locked.Exclusions).Hold(Changning.Reveal).Transcript.ToJson());
    }

    private static DrawResult Excluding() =>
        Changning.Plan().Exclude(Exclusions.Of([("00001", "staff"), ("00014", "struck")])).Lock(Changning.Entropy).Hold(Changning.Reveal);

    private static DrawResult Weekly(string week) => Draw.Plan($"changning/lucky/{week}")
        .TopBy("rank", Changning.Scores, 4, TiePolicy.Ticket)
        .Random("messages", Changning.HeldMessages(), 3)
        .OnePrizePerPerson().Lock(Changning.Entropy).Hold(Changning.Reveal);
}
