namespace CampaignKit.Grievances;

/// <summary>There are no cases to take a time from.</summary>
public sealed record NoTimes : TimeQuantile
{
    internal NoTimes()
    {
    }

    /// <summary><c>no data</c>.</summary>
    public override string ToString() => "no data";
}
