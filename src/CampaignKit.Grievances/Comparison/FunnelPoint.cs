namespace CampaignKit.Grievances;

/// <summary>A unit in a funnel plot.</summary>
public sealed record FunnelPoint
{
    internal FunnelPoint(NamedRate unit, FunnelVerdict verdict, FunnelLimits? limits, double? score) =>
        (Name, Rate, Verdict, Limits, Score) = (unit.Name, unit.Rate, verdict, limits, score);

    /// <summary>The name of the unit.</summary>
    public string Name { get; }

    /// <summary>Its rate.</summary>
    public Rate Rate { get; }

    /// <summary>What the plot says of it.</summary>
    public FunnelVerdict Verdict { get; }

    /// <summary>The limits for its base; null without data, or where no unit has data.</summary>
    public FunnelLimits? Limits { get; }

    /// <summary>
    /// How many standard deviations by chance it is off the target, on the arcsine scale, overdispersion not counted; null where the limits are.
    /// </summary>
    public double? Score { get; }

    /// <summary>Name, verdict and rate.</summary>
    public override string ToString() => $"{(Name.Length > 0 ? Name : "(none)")}: {Words(Verdict)}, {Rate}";

    private static string Words(FunnelVerdict verdict) => verdict switch
    {
        FunnelVerdict.FarBelow => "below the 99.8 % limit",
        FunnelVerdict.Below => "below the 95 % limit",
        FunnelVerdict.Within => "within the limits",
        FunnelVerdict.Above => "above the 95 % limit",
        FunnelVerdict.FarAbove => "above the 99.8 % limit",
        _ => "too few to compare",
    };
}
