namespace CampaignKit.Grievances;

/// <summary>A unit in a funnel plot of ratios.</summary>
public sealed record RatioFunnelPoint
{
    internal RatioFunnelPoint(ExpectedCount unit, FunnelVerdict verdict, FunnelLimits limits) => (Unit, Verdict, Limits) = (unit, verdict, limits);

    /// <summary>The unit with its counts.</summary>
    public ExpectedCount Unit { get; }

    /// <summary>What the plot says of it: the exact test.</summary>
    public FunnelVerdict Verdict { get; }

    /// <summary>The limits of its ratio.</summary>
    public FunnelLimits Limits { get; }
}
