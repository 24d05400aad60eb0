using NodaTime;

namespace CampaignKit;

/// <summary>The parts of a definition as somebody said them, before they are checked as a whole by <see cref="CampaignChecks"/>.</summary>
internal sealed class CampaignParts
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public string? Zone { get; set; }

    public LocalTime DayStart { get; set; } = LocalTime.Midnight;

    public LocalDate? From { get; set; }

    public LocalDate? To { get; set; }

    public int NumberDigits { get; set; } = Campaign.DefaultNumberDigits;

    public List<string> Teams { get; } = [];

    public List<string> Sites { get; } = [];

    public List<Unit> Units { get; } = [];

    public List<CampaignTask> Tasks { get; } = [];

    public List<Goal> Goals { get; } = [];

    public List<DrawDefinition> Draws { get; } = [];
}
