using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// Durations as ISO 8601 writes them, of days (24 hours), hours, minutes and whole seconds: <c>PT2H</c>, <c>P1DT30M</c>. Years and months
/// have no fixed length and are not read.
/// </summary>
internal static partial class IsoDuration
{
    /// <summary>The rule as a sentence.</summary>
    public const string Rule = "must be an ISO 8601 duration of days, hours, minutes and seconds, such as PT2H.";

    public static Duration? Read(string text)
    {
        var match = Text().Match(text);
        return match.Success
            ? Duration.FromDays(Count("days")) + Duration.FromHours(Count("hours")) + Duration.FromMinutes(Count("minutes")) + Duration.FromSeconds(Count("seconds"))
            : null;

        int Count(string unit) => match.Groups[unit] is { Success: true, ValueSpan: var digits }
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
    }

    public static bool CanWrite(Duration duration) => duration >= Duration.Zero && duration.SubsecondNanoseconds == 0;

    /// <summary>The text of a duration, in hours, minutes and seconds; what <see cref="CanWrite"/> refuses is written in seconds, for a message.</summary>
    public static string Format(Duration duration)
    {
        if (!CanWrite(duration))
            return string.Create(CultureInfo.InvariantCulture, $"PT{duration.TotalSeconds}S");
        if (duration == Duration.Zero)
            return "PT0S";

        var hours = (duration.Days * 24) + duration.Hours;
        return "PT" + Part(hours, 'H') + Part(duration.Minutes, 'M') + Part(duration.Seconds, 'S');
    }

    private static string Part(int count, char unit) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");

    [GeneratedRegex(@"^P(?=.)((?<days>[0-9]{1,5})D)?(T(?=.)((?<hours>[0-9]{1,6})H)?((?<minutes>[0-9]{1,8})M)?((?<seconds>[0-9]{1,9})S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Text();
}
