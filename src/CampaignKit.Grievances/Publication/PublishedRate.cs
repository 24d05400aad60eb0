namespace CampaignKit.Grievances;

/// <summary>The rate of one group as readers see it: whole, or nothing of it.</summary>
/// <param name="Name">The group.</param>
/// <param name="Rate">The rate; null if hits, base and percentage are hidden.</param>
public sealed record PublishedRate(string Name, Rate? Rate)
{
    /// <summary>Name and rate, or name and <c>*</c>.</summary>
    public override string ToString() => $"{Name}: {Rate?.ToString() ?? "*"}";
}
