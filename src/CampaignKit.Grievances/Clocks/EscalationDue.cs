using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>A case is to be escalated, because a clock that still runs has reached a threshold.</summary>
/// <param name="Threshold">The threshold.</param>
/// <param name="Round">The round of the clock, from 1.</param>
/// <param name="At">When it was reached.</param>
public sealed record EscalationDue(EscalationThreshold Threshold, int Round, Instant At)
{
    /// <summary>The level that the case is to get.</summary>
    public int Level => Threshold.Level;

    /// <summary>A key for the command, the same whenever it is due again.</summary>
    public string Key => $"escalation/{Threshold.Clock}/{Round}/{Threshold.Level}";

    /// <summary>The reason in a few words, such as <c>resolution at 100 % since 2021-03-30T01:00:00Z</c>.</summary>
    public override string ToString() => $"{Threshold.Clock} at {Threshold.Percent} % since {At}";
}
