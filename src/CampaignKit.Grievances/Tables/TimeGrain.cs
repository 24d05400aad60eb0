namespace CampaignKit.Grievances;

/// <summary>How finely a table knows when cases began and were closed, and so how resolution times are counted.</summary>
public enum TimeGrain
{
    /// <summary>To the instant: the resolution time is what lies between the two, to 100 ns.</summary>
    Instant,

    /// <summary>To the date: the resolution time is the number of calendar days from date to date in the zone, each 24 hours, whatever the clocks did.</summary>
    Day,
}
