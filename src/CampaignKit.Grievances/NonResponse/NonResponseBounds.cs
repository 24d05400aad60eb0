namespace CampaignKit.Grievances;

/// <summary>
/// What the rate over everybody can be, whatever those think who did not answer: no guess, and as wide as the share that was silent. Shares
/// between 0 and 1. C. F. Manski, American Economic Review 80 (1990), Papers and Proceedings, 319-323.
/// </summary>
/// <remarks>Made by <see cref="SurveyedRate.Bounds"/>. They bound the rate of these very cases, so there is no error of sampling in them.</remarks>
public sealed record NonResponseBounds
{
    internal NonResponseBounds(double low, double high) => (Low, High) = (low, high);

    /// <summary>The rate if none of the silent is satisfied.</summary>
    public double Low { get; }

    /// <summary>The rate if all of the silent are satisfied.</summary>
    public double High { get; }

    /// <summary>In per cent: <c>27.00-97.00 %</c>.</summary>
    public override string ToString() => $"{Percent.Of(Low)}-{Percent.Of(High)} %";
}
