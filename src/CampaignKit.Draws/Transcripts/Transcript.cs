using System.Collections.ObjectModel;
using System.Text;
using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// The record of a draw that was held: manifest, randomness, seeds, winners with their tickets, alternates and skips, as one JSON
/// document. Pools are part of it, or kept in files beside it. Immutable, safe from any thread.
/// </summary>
/// <remarks>A transcript that was read says what its writer claims; <see cref="DrawVerifier"/> tells whether it is so.</remarks>
public sealed class Transcript
{
    /// <summary>The name of the format.</summary>
    public const string Format = "campaignkit-transcript-v1";

    internal Transcript(
        Manifest manifest,
        Digest manifestDigest,
        EntropyRecord entropy,
        Digest seed,
        IReadOnlyList<RuleOutcome> rules,
        IReadOnlyDictionary<string, Pool> pools)
    {
        Manifest = manifest;
        ManifestDigest = manifestDigest;
        Entropy = entropy;
        Seed = seed;
        Rules = rules;
        Pools = pools;
    }

    /// <summary>What was locked.</summary>
    public Manifest Manifest { get; }

    /// <summary>The digest of the manifest, as the document states it.</summary>
    public Digest ManifestDigest { get; }

    /// <summary>The randomness that came.</summary>
    public EntropyRecord Entropy { get; }

    /// <summary>Why the late source decided; null if the first one did.</summary>
    public string? LateReason { get; internal init; }

    /// <summary>The source that decided, as the transcript says: the late one if it has a reason for that, else the first.</summary>
    public FutureEntropy Source => LateReason is null ? Manifest.Entropy : Manifest.Late!.Entropy;

    /// <summary>When that source decided; null if it was in the operator's hands.</summary>
    public Instant? DecidedFrom => LateReason is null ? Manifest.DecidesFrom : Manifest.LateDecidesFrom;

    /// <summary>SHA-256 of manifest digest and randomness, both in hex.</summary>
    public Digest Seed { get; }

    /// <summary>The outcomes in the order of the rules.</summary>
    public IReadOnlyList<RuleOutcome> Rules { get; }

    /// <summary>The pools in the document, by rule id; empty if they are kept beside it.</summary>
    public IReadOnlyDictionary<string, Pool> Pools { get; private set; }

    /// <summary>What happened to the prizes, the publication first; empty if they were not opened.</summary>
    public IReadOnlyList<PrizeEvent> Claims { get; internal set; } = [];

    /// <summary>By rule id, the lines of the entries that the rule names with their proofs, in byte order; empty if there are none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ProvenLine>> Proofs { get; internal set; } = ReadOnlyDictionary<string, IReadOnlyList<ProvenLine>>.Empty;

    /// <summary>
    /// What an operator signs: SHA-256 of the document in the canonical form of RFC 8785, without this digest, claims, proofs, pools and
    /// exclusions.
    /// Computed at each call.
    /// </summary>
    public Digest Digest => TranscriptJson.DigestOf(this);

    /// <summary>The exclusions in the document; null if the draw has none, or if they are kept beside it.</summary>
    public Exclusions? Exclusions { get; internal set; }

    /// <summary>The outcome of one rule.</summary>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    public RuleOutcome this[string ruleId] => Rules.FirstOrDefault(outcome => outcome.RuleId == ruleId)
        ?? throw new KeyNotFoundException(Manifest.NoRule(ruleId));

    /// <summary>Reads a transcript.</summary>
    /// <exception cref="DrawDocumentException">The file is no transcript; the error names path, value and rule.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Transcript Load(string path) => Parse(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)));

    /// <summary>Reads a transcript.</summary>
    /// <exception cref="DrawDocumentException"><paramref name="json"/> is no transcript; the error names path, value and rule.</exception>
    public static Transcript Parse(string json) => Parse(Encoding.UTF8.GetBytes(Guard.Against.Null(json)));

    /// <summary>The same without the pools and the exclusions, to be kept in files beside it.</summary>
    public Transcript WithoutPools() => With(copy => (copy.Pools, copy.Exclusions) = (ReadOnlyDictionary<string, Pool>.Empty, null));

    /// <summary>The same with what happened to its prizes.</summary>
    /// <exception cref="ArgumentException"><paramref name="claims"/> are those of another draw.</exception>
    public Transcript WithClaims(Claims claims)
    {
        if (Guard.Against.Null(claims).ManifestDigest != ManifestDigest || claims.Seed != Seed)
            throw new ArgumentException($"The claims are not those of this draw {Manifest.Name}.", nameof(claims));
        return With(copy => copy.Claims = claims.Events);
    }

    /// <summary>
    /// The same with proofs that the entries named by each rule are in its pool, for readers who are not given the pool. A rule whose
    /// pool is not among <paramref name="pools"/> has none.
    /// </summary>
    /// <param name="pools">Pools by rule id.</param>
    /// <exception cref="ArgumentException"><paramref name="pools"/> names a rule that the draw has not.</exception>
    /// <exception cref="PoolMismatchException">A pool is not the one locked, or lacks an entry named; all rules concerned are named.</exception>
    public Transcript WithProofs(IReadOnlyDictionary<string, Pool> pools)
    {
        var proofs = InclusionProofs.Of(this, Guard.Against.Null(pools));
        return With(copy => copy.Proofs = proofs);
    }

    /// <summary>Writes the document; a file of that name is replaced, as a whole or not at all.</summary>
    public void Save(string path) => WholeFile.Write(path, stream => stream.Write(TranscriptJson.Write(this)));

    /// <summary>The document: indented, fields in a fixed order, a line feed at the end.</summary>
    public string ToJson() => Encoding.UTF8.GetString(TranscriptJson.Write(this));

    /// <summary>A copy of this transcript with something set that says more about the same draw.</summary>
    internal Transcript With(Action<Transcript> set)
    {
        var copy = (Transcript)MemberwiseClone();
        set(copy);
        return copy;
    }

    internal static Transcript Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = DocumentNode.Parse(utf8);
        return TranscriptJson.Read(new DocumentNode(document.RootElement, "$"));
    }

    /// <summary>Runs a draw: seed, rule seeds, and the outcome of each rule, knowing who is excluded and who won before.</summary>
    internal static Transcript Of(
        Manifest manifest,
        EntropyRecord entropy,
        string? lateReason,
        PrizeBook prizes,
        LaneWork work,
        Func<DrawRule, RuleSeed, PrizeBook, LaneWork, RuleOutcome> draw,
        IReadOnlyDictionary<string, Pool> pools,
        Exclusions? exclusions)
    {
        var seed = Digest.Of($"{manifest.Digest}{entropy.Randomness}");
        var outcomes = new List<RuleOutcome>(manifest.Rules.Count);
        foreach (var rule in manifest.Rules)
        {
            var part = work.Part(outcomes.Count, manifest.Rules.Count);
            outcomes.Add(draw(rule, RuleSeed.Of(seed, rule.Id), prizes, part));
            part.Progress?.Report(1);
            prizes.Enter(outcomes[^1]);
        }

        return new Transcript(manifest, manifest.Digest, entropy, seed, [.. outcomes], pools)
        {
            LateReason = lateReason,
            Exclusions = exclusions,
        };
    }
}
