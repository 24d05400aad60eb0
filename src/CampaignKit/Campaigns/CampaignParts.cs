using NodaTime;

namespace CampaignKit;

/// <summary>The parts of a definition while it is put together, before they are checked as a whole.</summary>
internal sealed class CampaignParts
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public DateTimeZone Zone { get; set; } = DateTimeZone.Utc;

    public LocalTime DayStart { get; set; } = LocalTime.Midnight;

    public LocalDate From { get; set; }

    public LocalDate To { get; set; }

    public int NumberDigits { get; set; } = Campaign.DefaultNumberDigits;

    public List<string> Teams { get; } = [];

    public List<string> Sites { get; } = [];

    public List<Unit> Units { get; } = [];

    public List<CampaignTask> Tasks { get; } = [];

    public List<Goal> Goals { get; } = [];

    public List<DrawDefinition> Draws { get; } = [];
}
