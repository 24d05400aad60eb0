using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>The share of the cases was closed within this time.</summary>
public sealed record TimeReached : TimeQuantile
{
    internal TimeReached(long time) => Time = time;

    /// <summary>The time of a case, in the unit of the times; nothing is interpolated.</summary>
    public long Time { get; }

    /// <summary>The time: <c>6</c>.</summary>
    public override string ToString() => Time.ToString(CultureInfo.InvariantCulture);
}
