using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace CampaignKit.Calendars;

/// <summary>
/// The hours of one day in which time counts: spans of local time, in order, in whole minutes, each with its start and without its end.
/// </summary>
/// <remarks>
/// Written <c>09:00-12:00 13:30-17:30</c>, <c>00:00-24:00</c> or <c>closed</c>. A night shift belongs to two days: until 24:00, and from 00:00
/// on. Spans that touch are one. Compared by value; immutable and safe for use from any thread.
/// </remarks>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    internal const int MinutesOfDay = 24 * 60;

    private const string Closing = "closed";

    private readonly (int From, int To)[] _spans;

    private OpeningHours((int From, int To)[] spans)
    {
        _spans = spans;
        Minutes = spans.Sum(s => s.To - s.From);
    }

    /// <summary>No time of the day; written <c>closed</c>.</summary>
    public static OpeningHours Closed { get; } = new([]);

    /// <summary>The whole day; written <c>00:00-24:00</c>.</summary>
    public static OpeningHours AllDay { get; } = new([(0, MinutesOfDay)]);

    /// <summary>How many minutes they are on a day on which the clocks do not change, from 0 to 1,440.</summary>
    public int Minutes { get; }

    /// <summary>The spans as minutes of the local day, the end excluded: 0 is midnight and 1,440 the midnight after.</summary>
    internal ReadOnlySpan<(int From, int To)> Spans => _spans;

    /// <summary>The hours written as <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">The text means nothing; the message names it and what is expected.</exception>
    public static OpeningHours Parse(string text) => TryParse(text, out var hours, out var reason) ? hours : throw new FormatException(reason);

    /// <summary>Reads the hours written as <paramref name="text"/>, or says in <paramref name="reason"/> why they are none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OpeningHours? hours, [NotNullWhen(false)] out string? reason)
    {
        hours = text == Closing ? Closed : Read(text);
        reason = hours is null
            ? $"'{text}' is not opening hours: write spans in order, such as '09:00-12:00 13:30-17:30', up to 24:00, or '{Closing}'."
            : null;
        return hours is not null;
    }

    /// <summary>Whether <paramref name="time"/> lies in one of the spans.</summary>
    public bool Contains(LocalTime time)
    {
        var minute = time.NanosecondOfDay / NodaConstants.NanosecondsPerMinute;
        return Array.Exists(_spans, s => s.From <= minute && minute < s.To);
    }

    /// <inheritdoc/>
    public bool Equals(OpeningHours? other) => other is not null && _spans.AsSpan().SequenceEqual(other._spans);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OpeningHours);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_spans.Length, Minutes, _spans.Length > 0 ? _spans[0] : default);

    /// <summary>The text form.</summary>
    public override string ToString() =>
        _spans.Length == 0 ? Closing : string.Join(' ', _spans.Select(s => $"{Clock(s.From)}-{Clock(s.To)}"));

    /// <summary>How many nanoseconds of the spans lie before the local time <paramref name="nanosecondOfDay"/>.</summary>
    internal long OpenBefore(long nanosecondOfDay)
    {
        var open = 0L;
        foreach (var (from, to) in _spans)
        {
            var start = from * NodaConstants.NanosecondsPerMinute;
            if (nanosecondOfDay <= start)
                break;
            open += Math.Min(nanosecondOfDay, to * NodaConstants.NanosecondsPerMinute) - start;
        }

        return open;
    }

    /// <summary>The earliest local time before which <paramref name="open"/> nanoseconds of the spans lie: more than 0, at most all.</summary>
    internal long TimeAfter(long open)
    {
        foreach (var (from, to) in _spans)
        {
            var length = (to - from) * NodaConstants.NanosecondsPerMinute;
            if (open <= length)
                return (from * NodaConstants.NanosecondsPerMinute) + open;
            open -= length;
        }

        throw new ArgumentOutOfRangeException(nameof(open), open, "The day has fewer open hours.");
    }

    private static OpeningHours? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var spans = new List<(int From, int To)>();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('-') is not [var start, var end] || MinuteOf(start) is not { } from || MinuteOf(end) is not { } to || to <= from)
                return null;
            if (spans.Count == 0 || from > spans[^1].To)
                spans.Add((from, to));
            else if (from == spans[^1].To)
                spans[^1] = (spans[^1].From, to);
            else
                return null;
        }

        return new OpeningHours([.. spans]);
    }

    private static int? MinuteOf(string clock)
    {
        if (clock == "24:00")
            return MinutesOfDay;
        return PeriodRule.TimePattern.Parse(clock) is { Success: true, Value: var time } ? (time.Hour * 60) + time.Minute : null;
    }

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
