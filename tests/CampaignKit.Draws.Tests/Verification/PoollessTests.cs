using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;

namespace CampaignKit.Draws.Tests;

/// <summary>What a transcript disproves by itself, when the pools or the exclusions are not at hand.</summary>
public sealed partial class PoollessTests
{
    private static readonly Transcript Ids = Draw.Plan("c/d/p")
        .Random("early", Pool.Of(["a", "b", "c", "d", "e", "f"]), 1)
        .Random("ids", Pool.Of(["a", "b", "c", "d", "e", "f"]), 2, 4)
        .Random("weights", Pool.OfWeights([("w", 1), ("x", 2), ("y", 3), ("z", 0)]), 1, 1)
        .Exclude(Exclusions.Of([("c", "staff")]))
        .OnePrizePerPerson().Lock(Changning.Entropy).Hold(Changning.Reveal).Transcript;

    public static TheoryData<string, bool> Transcripts
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var name in FuzzedTranscripts.All)
            {
                data.Add(name, false);
                data.Add(name, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Verify_AnyFieldOrItemChanged_IsInvalid(string name, bool withProofs)
    {
        var poolless = Poolless(FuzzedTranscripts.Get(name), withProofs).ToJson();
        Assert.Equal(VerificationStatus.PartlyChecked, Verify(poolless).Status);
        using var document = JsonDocument.Parse(poolless);
        Parallel.ForEach(DocumentMutation.Of(document.RootElement), mutation =>
        {
            var mayBeMissing = mutation.Change == "removed" && Optional().IsMatch(mutation.Path);
            Assert.True(mayBeMissing || Verify(mutation.Json).Status == VerificationStatus.Invalid, $"{mutation.Path} {mutation.Change}");
        });
    }

    /// <summary>A forger states the digest of what they have made. What is left unseen is what only the pool can tell.</summary>
    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Verify_OutcomeChangedWithItsDigest_IsInvalidUnlessThePoolAloneCanTell(string name, bool withProofs)
    {
        var poolless = Poolless(FuzzedTranscripts.Get(name).With(copy => copy.Claims = []), withProofs).ToJson();
        using var document = JsonDocument.Parse(poolless);
        var seen = 0;
        Parallel.ForEach(DocumentMutation.Of(document.RootElement).Where(mutation => mutation.Path.StartsWith("$.rules[", StringComparison.Ordinal)), mutation =>
        {
            if (WithItsDigest(mutation.Json) is not { } forged || forged == poolless)
                return;
            var check = Verify(forged);
            var removed = mutation.Change == "removed" && !withProofs;
            var poolAlone = mutation.Change is not ("swapped" or "duplicated") && (removed ? Item() : withProofs ? Person() : Value()).IsMatch(mutation.Path);
            Assert.True(check.Status == VerificationStatus.Invalid || poolAlone, $"{mutation.Path} {mutation.Change}: {check}");
            Interlocked.Increment(ref seen);
        });
        Assert.True(seen > 0);
    }

    [Property(MaxTest = 300)]
    public void Verify_AnyDrawWithoutPools_IsPartlyChecked(DoNotSize<int> number)
    {
        var held = AnyDraw.Of(number.Item).Held().Transcript;

        Assert.Equal(VerificationStatus.PartlyChecked, DrawVerifier.Verify(Poolless(held, withProofs: number.Item % 2 == 0)).Status);
        var withExclusions = DrawVerifier.Verify(held.WithoutPools(), new VerificationOptions { Exclusions = held.Exclusions });
        Assert.Equal((VerificationStatus.PartlyChecked, null), (withExclusions.Status, withExclusions.FirstDifference));
        var withPools = DrawVerifier.Verify(held.WithoutPools(), held.Pools);
        Assert.Equal(held.Exclusions is null ? VerificationStatus.Valid : VerificationStatus.PartlyChecked, withPools.Status);
    }

    [Fact]
    public void Verify_LastAlternateLeftOut_IsFoundAsSeatsAreLeft() =>
        AssertDifference("$.rules[1]", Ids.WithoutPools(), outcome => outcome with { Alternates = [.. outcome.Alternates.SkipLast(1)] });

    [Fact]
    public void Verify_WinnerTwice_IsNamed() =>
        AssertDifference("$.rules[1].alternates[0].id", Ids.WithoutPools(), outcome => outcome with { Alternates = [outcome.Winners[0], .. outcome.Alternates.Skip(1)] });

    [Fact]
    public void Verify_WeightsBeyondThoseOfAPool_AreNamed()
    {
        AssertDifference("$.rules[2].winners[0].weight", Ids.WithoutPools(), outcome => outcome with { Winners = [outcome.Winners[0] with { Value = "0" }] }, rule: 2);
        AssertDifference(
            "$.rules[2].alternates[0].weight",
            Ids.WithoutPools(),
            outcome => outcome with { Winners = [outcome.Winners[0] with { Value = "60000000" }], Alternates = [outcome.Alternates[0] with { Value = "60000000" }] },
            rule: 2);
    }

    [Fact]
    public void Sift_OneHeavyEntry_CanBeCancelled()
    {
        var sieve = new WeightSieve(pool: null, entries: null, TicketHash.Of(RuleSeed.FromText("heavy")), room: 1, new CancellationToken(canceled: true));

        Assert.Throws<OperationCanceledException>(() => sieve.Sift("a"u8, Pool.MaxTotalWeight, entry: 0));
    }

    [Fact]
    public void Verify_ExcludedWinner_IsFoundByTheExclusionsAlone()
    {
        var winner = Ids["early"].Winners[0].Id;
        var named = Changed(Ids.WithoutPools(), 0, outcome => outcome with { Winners = [outcome.Winners[0] with { Id = "c" }] });

        var check = DrawVerifier.Verify(named, new VerificationOptions { Exclusions = Ids.Exclusions });

        Assert.NotEqual("c", winner);
        Assert.Equal("$.rules[0].winners[0]", check.FirstDifference?.Path);
    }

    [Fact]
    public void Verify_PoolWithoutExclusions_IsStillThePoolOfTheEntriesNamed()
    {
        var stranger = Changed(Ids.WithoutPools(), 0, outcome => outcome with { Winners = [outcome.Winners[0] with { Id = "stranger" }] });

        Assert.Equal("$.rules[0].winners[0].id", DrawVerifier.Verify(stranger, Ids.Pools).FirstDifference?.Path);
    }

    private static void AssertDifference(string path, Transcript transcript, Func<RuleOutcome, RuleOutcome> change, int rule = 1) =>
        Assert.Equal(path, DrawVerifier.Verify(Changed(transcript, rule, change)).FirstDifference?.Path);

    private static Transcript Changed(Transcript from, int rule, Func<RuleOutcome, RuleOutcome> change) =>
        new(from.Manifest, from.ManifestDigest, from.Entropy, from.Seed, [.. from.Rules.Select((outcome, i) => i == rule ? change(outcome) : outcome)], from.Pools);

    private static Transcript Poolless(Transcript transcript, bool withProofs) =>
        (withProofs ? transcript.WithProofs(transcript.Pools) : transcript.With(copy => copy.Proofs = new Dictionary<string, IReadOnlyList<ProvenLine>>())).WithoutPools();

    private static string? WithItsDigest(string json)
    {
        try
        {
            return Transcript.Parse(json).ToJson();
        }
        catch (DrawDocumentException)
        {
            return null;
        }
    }

    private static Verification Verify(string json) => DrawVerifier.Verify(Encoding.UTF8.GetBytes(json), new VerificationOptions(), folder: null);

    [GeneratedRegex(@"^\$\.(claims(\[2\])?|proofs(\[\d+\])?)$")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\.(winners|alternates|skipped)\[\d+\]$")]
    private static partial Regex Item();

    [GeneratedRegex(@"\.(id|score|reached|weight|number|holder|stratum|why)$")]
    private static partial Regex Value();

    [GeneratedRegex(@"\.(holder|stratum|why)$")]
    private static partial Regex Person();
}
