using NodaTime;
using NodaTime.Text;

namespace CampaignKit;

/// <summary>A day as ISO 8601 text.</summary>
internal sealed class LocalDateJsonConverter() : PatternJsonConverter<LocalDate>(LocalDatePattern.Iso, "A day is ISO 8601 text.");
