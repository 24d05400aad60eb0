using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Draws;

/// <summary>An instant as documents write it: ISO 8601 in UTC, whole seconds.</summary>
internal static class WholeSecond
{
    internal static string TextOf(Instant instant) => InstantPattern.General.Format(instant);

    internal static Instant Read(DocumentNode node)
    {
        var parsed = InstantPattern.General.Parse(node.Text());
        return parsed.Success ? parsed.Value : throw node.Refuse("a time is ISO 8601 in UTC, in whole seconds, such as 2021-04-05T02:00:00Z");
    }

    internal static bool Is(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()) == instant;

    internal static bool Is(Duration duration) => Duration.FromSeconds((long)duration.TotalSeconds) == duration;
}
