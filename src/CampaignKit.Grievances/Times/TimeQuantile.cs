namespace CampaignKit.Grievances;

/// <summary>
/// Within which time a share of the cases was closed. A closed set of answers: <see cref="TimeReached"/>, <see cref="TimeNotReached"/>,
/// <see cref="NoTimes"/>.
/// </summary>
public abstract record TimeQuantile
{
    private protected TimeQuantile()
    {
    }
}
