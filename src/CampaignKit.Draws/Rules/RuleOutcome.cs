namespace CampaignKit.Draws;

/// <summary>What one rule of a draw gave.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Seed">The seed of its tickets.</param>
/// <param name="Winners">The winners in the order drawn.</param>
/// <param name="Alternates">Who follows if a winner falls away, in order.</param>
/// <param name="Skipped">Entries passed over while a seat was open to them, in the order met.</param>
public sealed record RuleOutcome(
    string RuleId,
    RuleSeed Seed,
    IReadOnlyList<DrawnEntry> Winners,
    IReadOnlyList<DrawnEntry> Alternates,
    IReadOnlyList<SkippedEntry> Skipped);
