using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CampaignKit.Calendars;

/// <summary>The opening hours of each day of the week.</summary>
/// <remarks>
/// Written <c>mon-fri 09:00-12:00 13:30-17:30; sat 10:00-12:00</c>: days, or ranges of days, each with its hours; days that are not named are
/// closed. Compared by value; immutable and safe for use from any thread.
/// </remarks>
public sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly OpeningHours[] _days;

    private WeeklyHours(OpeningHours[] days) => _days = days;

    /// <summary>Around the clock, every day.</summary>
    public static WeeklyHours Always { get; } = new([.. Enumerable.Repeat(OpeningHours.AllDay, 7)]);

    /// <summary>The hours of that day of the week.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day of the week.</exception>
    public OpeningHours this[IsoDayOfWeek day] =>
        _days[Guard.Against.OutOfRange((int)day, nameof(day), (int)IsoDayOfWeek.Monday, (int)IsoDayOfWeek.Sunday) - 1];

    /// <summary>The hours written as <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">The text means nothing; the message names it and what is expected.</exception>
    public static WeeklyHours Parse(string text) => TryParse(text, out var hours, out var reason) ? hours : throw new FormatException(reason);

    /// <summary>Reads the hours written as <paramref name="text"/>, or says in <paramref name="reason"/> why they are none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WeeklyHours? hours, [NotNullWhen(false)] out string? reason)
    {
        hours = null;
        var days = new OpeningHours?[7];
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.Split(' ', 2) is not [var named, var open] || DaysOf(named) is not { } range)
            {
                reason = $"'{part}' is not the hours of days of the week: write 'mon-fri 09:00-12:00 13:30-17:30; sat 10:00-12:00'.";
                return false;
            }

            if (!OpeningHours.TryParse(open, out var of, out reason))
                return false;
            for (var day = range.First; day <= range.Last; day++)
            {
                if (days[day] is not null)
                {
                    reason = $"'{text}' gives hours for {Names[day]} twice.";
                    return false;
                }

                days[day] = of;
            }
        }

        hours = new WeeklyHours([.. days.Select(d => d ?? OpeningHours.Closed)]);
        reason = null;
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(WeeklyHours? other) => other is not null && _days.SequenceEqual(other._days);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    /// <inheritdoc/>
    public override int GetHashCode() => _days.Aggregate(0, HashCode.Combine);

    /// <summary>The text form, with days of the same hours that follow one another in one range.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        for (int first = 0, last; first < 7; first = last + 1)
        {
            for (last = first; last < 6 && _days[last + 1].Equals(_days[first]); last++)
            {
            }

            if (_days[first].Minutes > 0)
                parts.Add($"{(first == last ? Names[first] : $"{Names[first]}-{Names[last]}")} {_days[first]}");
        }

        return parts.Count > 0 ? string.Join("; ", parts) : $"mon-sun {OpeningHours.Closed}";
    }

    private static (int First, int Last)? DaysOf(string text)
    {
        var ends = text.Split('-');
        var first = Array.IndexOf(Names, ends[0]);
        var last = Array.IndexOf(Names, ends[^1]);
        return ends.Length <= 2 && first >= 0 && last >= first ? (first, last) : null;
    }
}
