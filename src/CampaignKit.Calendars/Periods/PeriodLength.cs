namespace CampaignKit.Calendars;

/// <summary>How long the periods of a rule are.</summary>
public enum PeriodLength
{
    /// <summary>One campaign day.</summary>
    Day,

    /// <summary>Seven days from a day of the week on.</summary>
    Week,

    /// <summary>A calendar month of campaign days.</summary>
    Month,
}
