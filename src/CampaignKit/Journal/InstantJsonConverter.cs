using NodaTime;
using NodaTime.Text;

namespace CampaignKit;

/// <summary>An instant as ISO 8601 text in UTC with as many fraction digits as it needs.</summary>
internal sealed class InstantJsonConverter() : PatternJsonConverter<Instant>(InstantPattern.ExtendedIso, "An instant is ISO 8601 text in UTC.");
