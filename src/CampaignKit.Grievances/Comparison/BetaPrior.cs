namespace CampaignKit.Grievances;

/// <summary>How the true rates of units like these are spread: a beta distribution.</summary>
/// <param name="Mean">Their mean, between 0 and 1.</param>
/// <param name="Strength">
/// How many cases of a unit weigh as much as what is known of the others: alpha plus beta. The more alike the units, the larger.
/// </param>
public readonly record struct BetaPrior(double Mean, double Strength)
{
    /// <summary>The first shape: hits that the prior stands for.</summary>
    public double Alpha => Mean * Strength;

    /// <summary>The second shape: misses that the prior stands for.</summary>
    public double Beta => (1 - Mean) * Strength;
}
