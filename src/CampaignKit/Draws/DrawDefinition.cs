using CampaignKit.Calendars;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit;

/// <summary>A draw that is held at the close of every period over the records of that period.</summary>
public sealed record DrawDefinition
{
    internal DrawDefinition(string id) => Id = id;

    /// <summary>The draw's id.</summary>
    public string Id { get; }

    /// <summary>The periods: one draw is held for each.</summary>
    public PeriodRule Every { get; internal init; } = PeriodRule.Week;

    /// <summary>
    /// How long after the end of the period records may still arrive. A check-in of the period that is recorded later counts in
    /// every tally but not in the draw.
    /// </summary>
    public Duration FreezeAfter { get; internal init; } = Duration.Zero;

    /// <summary>Whether a person can win more than once in the same draw.</summary>
    public OverlapPolicy Overlap { get; internal init; } = OverlapPolicy.OnePrizePerPerson;

    /// <summary>How many earlier draws of this kind, the latest held ones, nobody wins again after. 0 for none.</summary>
    public int CoolDown { get; internal init; }

    /// <summary>How long after its publication a prize can be claimed before it goes to the next alternate; null if prizes are not claimed.</summary>
    public Duration? ClaimWithin { get; internal init; }

    /// <summary>The rules, in the order in which they pick winners.</summary>
    public IReadOnlyList<DrawRuleDefinition> Rules { get; internal init; } = [];
}
