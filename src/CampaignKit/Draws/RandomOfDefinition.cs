namespace CampaignKit;

/// <summary>Entries of a population are drawn at random.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Population">Who or what takes part.</param>
/// <param name="Take">How many win.</param>
/// <param name="Alternates">How many more are named, who step in when a winner falls out; under quotas so many of each team.</param>
public sealed record RandomOfDefinition(string Id, Population Population, int Take, int Alternates) : DrawRuleDefinition(Id)
{
    /// <summary>Whether authors have one entry each, however many messages of theirs were approved. Participants always have one.</summary>
    public bool OneEntryPerPerson { get; init; }

    /// <summary>The unit whose sum in the period is each participant's weight; null for equal chances.</summary>
    public string? WeightedBy { get; init; }

    /// <summary>How many winners each team gets; empty for as chance has it.</summary>
    public IReadOnlyList<TeamQuota> Quotas { get; init; } = [];

    /// <summary>Whether the same rule: as records are, with the quotas compared one by one.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(RandomOfDefinition? other) =>
        base.Equals(other) && (Population, Take, Alternates, OneEntryPerPerson, WeightedBy) == (other.Population, other.Take, other.Alternates, other.OneEntryPerPerson, other.WeightedBy)
        && Quotas.SequenceEqual(other.Quotas);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Population, Take, Alternates);
}
