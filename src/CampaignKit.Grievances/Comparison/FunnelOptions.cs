namespace CampaignKit.Grievances;

/// <summary>How units are compared in a funnel plot.</summary>
public sealed record FunnelOptions
{
    /// <summary>The smallest base that is compared unless said: 10.</summary>
    public const long DefaultMinimumBase = 10;

    /// <summary>How the limits are computed.</summary>
    /// <value>The default is <see cref="FunnelMethod.AdditiveOverdispersion"/>.</value>
    public FunnelMethod Method { get; init; } = FunnelMethod.AdditiveOverdispersion;

    /// <summary>The rate that units are compared with, between 0 and 1.</summary>
    /// <value>The default is null, which stands for the rate of all units together.</value>
    public double? Target { get; init; }

    /// <summary>The smallest base that is compared; units below it count in the target, but have no verdict. At least 1.</summary>
    /// <value>The default is <see cref="DefaultMinimumBase"/>.</value>
    public long MinimumBase { get; init; } = DefaultMinimumBase;

    /// <summary>The share of extreme scores that do not widen overdispersed limits, on either side, between 0 and 0.5.</summary>
    /// <value>The default is <see cref="Overdispersion.DefaultTrim"/>.</value>
    public double Trim { get; init; } = Overdispersion.DefaultTrim;
}
