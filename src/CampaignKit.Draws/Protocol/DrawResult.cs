namespace CampaignKit.Draws;

/// <summary>A draw that was held: the outcome of each rule, and the transcript by which anyone can check it. Immutable.</summary>
public sealed class DrawResult
{
    internal DrawResult(Transcript transcript) => Transcript = transcript;

    /// <summary>Manifest, randomness, seeds and outcomes in one document, pools included.</summary>
    public Transcript Transcript { get; }

    /// <summary>The outcomes in the order of the rules.</summary>
    public IReadOnlyList<RuleOutcome> Rules => Transcript.Rules;

    /// <summary>The outcome of one rule.</summary>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    public RuleOutcome this[string ruleId] => Transcript[ruleId];

    /// <summary>The same with what happened to its prizes since.</summary>
    /// <exception cref="ArgumentException"><paramref name="claims"/> are those of another draw.</exception>
    public DrawResult WithClaims(Claims claims) => new(Transcript.WithClaims(claims));
}
