namespace CampaignKit.Leaderboards;

/// <summary>The answer to a write for a period.</summary>
/// <param name="CreditedTo">The period that it was written for; null if for none.</param>
/// <param name="InPeriod">What it did on that period's board; <see cref="WriteOutcome.Late"/> if it was for a closed period and counted for none.</param>
/// <param name="AllTime">What it did on the board of all time; <see cref="WriteOutcome.Late"/> if it was refused.</param>
public readonly record struct PeriodChange(string? CreditedTo, ScoreChange InPeriod, ScoreChange AllTime);
