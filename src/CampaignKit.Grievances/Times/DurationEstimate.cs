using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>A duration that a sketch remembers up to a relative error.</summary>
/// <param name="Value">The estimate, in the unit of the durations.</param>
/// <param name="RelativeError">How far it is off at most, as a share of the exact duration.</param>
public readonly record struct DurationEstimate(double Value, double RelativeError)
{
    /// <summary>The least that the exact duration can be.</summary>
    public double Low => Value / (1 + RelativeError);

    /// <summary>The most that the exact duration can be.</summary>
    public double High => Value / (1 - RelativeError);

    /// <summary>The estimate with its error: <c>26.45 (±1 %)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.####} (±{RelativeError * 100:0.####} %)");
}
