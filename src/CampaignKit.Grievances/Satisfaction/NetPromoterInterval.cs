namespace CampaignKit.Grievances;

/// <summary>A confidence interval of a <see cref="NetPromoterScore"/>, in points.</summary>
/// <param name="Low">The lower limit, at least -100.</param>
/// <param name="High">The upper limit, at most 100.</param>
/// <param name="Level">The share of intervals made like this one that hold the true score.</param>
/// <param name="Method">How it was computed.</param>
public sealed record NetPromoterInterval(double Low, double High, double Level, NetPromoterMethod Method)
{
    /// <summary>Level and limits: <c>95 % +9.7 to +20.2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Percent.OfLevel(Level)} % {Low:+0.0;-0.0;0.0} to {High:+0.0;-0.0;0.0}");
}
