using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Tool.Boards;

/// <summary>
/// Reads a column of times in ISO 8601: instants (with Z or an offset), or local dates and date-times. The two cannot be compared without a zone,
/// so that a column holds one of them. A date is its midnight.
/// </summary>
internal sealed class TimeColumn
{
    private const string Rule = "a time is ISO 8601 of the years 1678 to 2261, such as 2021-03-25T10:00:00Z, 2021-03-25T18:00:00+08:00, 2021-03-25T18:00:00, 2021-03-25T18:00 or 2021-03-25";

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly OffsetDateTimePattern MinuteWithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>");

    // What fits into 64 bits of nanoseconds from 1970.
    private static readonly Instant Earliest = Instant.FromUtc(1678, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2262, 1, 1, 0, 0);

    private bool? _isLocal;

    /// <summary>The rule that a text breaks; null if it is a time, in nanoseconds that order the column.</summary>
    public string? Read(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        var isLocal = !HasZone(text);
        if (Parse(text, isLocal) is not { } time || time < Earliest || time >= End)
            return Rule;

        _isLocal ??= isLocal;
        if (isLocal != _isLocal)
            return isLocal ? "the times above have Z or an offset, so this has one too" : "the times above are local, without Z or an offset, so this is too";

        nanoseconds = (time - NodaConstants.UnixEpoch).ToInt64Nanoseconds();
        return null;
    }

    // The form of minutes is tried last, as most files have seconds.
    private static Instant? Parse(string text, bool isLocal)
    {
        if (!isLocal)
            return (Value(OffsetDateTimePattern.Rfc3339, text) ?? Value(MinuteWithOffset, text))?.ToInstant();
        if (text.Contains('T', StringComparison.Ordinal))
            return (Value(LocalDateTimePattern.ExtendedIso, text) ?? Value(Minute, text))?.InUtc().ToInstant();
        return Value(LocalDatePattern.Iso, text)?.AtMidnight().InUtc().ToInstant();
    }

    private static T? Value<T>(IPattern<T> pattern, string text)
        where T : struct =>
        pattern.Parse(text) is { Success: true, Value: var value } ? value : null;

    private static bool HasZone(string text) => text.Length > "2021-03-25".Length && (text[^1] == 'Z' || text[^"+08:00".Length] is '+' or '-');
}
