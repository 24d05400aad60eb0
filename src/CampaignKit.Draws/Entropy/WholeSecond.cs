using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Draws;

/// <summary>An instant as documents write it: ISO 8601 in UTC, whole seconds, of the years 1 to 9999; and a time in whole seconds, at most 366 days.</summary>
internal static class WholeSecond
{
    /// <summary>The most seconds of a time to claim, or to wait for a late source.</summary>
    internal const long MostSeconds = 366L * 24 * 60 * 60;

    /// <summary>The first instant that a document can name; the last is the last of all.</summary>
    internal static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);

    /// <summary>The longest time to claim, or to wait for a late source.</summary>
    internal static readonly Duration Longest = Duration.FromSeconds(MostSeconds);

    internal static string TextOf(Instant instant) => InstantPattern.General.Format(instant);

    internal static Instant Read(DocumentNode node)
    {
        var parsed = InstantPattern.General.Parse(node.Text());
        return parsed.Success && parsed.Value >= Earliest
            ? parsed.Value
            : throw node.Refuse("a time is ISO 8601 in UTC, in whole seconds of the years 0001 to 9999, such as 2021-04-05T02:00:00Z");
    }

    /// <summary>A time of 1 second to <see cref="Longest"/>.</summary>
    internal static Duration ReadSeconds(DocumentNode node) => Duration.FromSeconds(node.Integer(1, MostSeconds));

    /// <summary>The instant without what is beyond the second.</summary>
    internal static Instant Floor(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    /// <summary>The whole seconds of a time.</summary>
    internal static long CountOf(Duration duration) => (long)duration.TotalSeconds;

    internal static bool Is(Instant instant) => instant >= Earliest && Floor(instant) == instant;

    internal static bool Is(Duration duration) => Duration.FromSeconds(CountOf(duration)) == duration;

    /// <summary>Whether a time is of whole seconds, 1 to <see cref="MostSeconds"/>.</summary>
    internal static bool IsTime(Duration duration) => duration >= Duration.FromSeconds(1) && duration <= Longest && Is(duration);
}
