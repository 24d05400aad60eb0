using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace CampaignKit.Calendars;

/// <summary>
/// How the time of a campaign is cut into periods. Data, compared by value, with a text form that <see cref="Parse"/> reads back.
/// </summary>
public sealed partial record PeriodRule
{
    private const string Forms = "'day', 'week', 'month', 'week from saturday' or 'week from saturday 10:00'";
    private const string WeekPrefix = "week-";

    private PeriodRule(PeriodLength length, IsoDayOfWeek weekStart = IsoDayOfWeek.None, LocalTime? at = null)
    {
        Length = length;
        WeekStart = weekStart;
        At = at;
    }

    /// <summary>Every campaign day; written <c>day</c>.</summary>
    public static PeriodRule Day { get; } = new(PeriodLength.Day);

    /// <summary>The ISO 8601 week, Monday to Sunday; written <c>week</c>.</summary>
    public static PeriodRule Week { get; } = new(PeriodLength.Week, IsoDayOfWeek.Monday);

    /// <summary>The calendar month; written <c>month</c>.</summary>
    public static PeriodRule Month { get; } = new(PeriodLength.Month);

    /// <summary>How long a period is.</summary>
    public PeriodLength Length { get; }

    /// <summary>The day on which a week starts; <see cref="IsoDayOfWeek.None"/> for days and months.</summary>
    public IsoDayOfWeek WeekStart { get; }

    /// <summary>The local time at which a week starts, if not at the day start of the calendar.</summary>
    public LocalTime? At { get; }

    internal static LocalTimePattern TimePattern { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private bool IsIsoWeek => this == Week;

    /// <summary>
    /// Weeks that start on <paramref name="first"/>, at local time <paramref name="at"/> or, if none is said, at the day start of the
    /// calendar; written <c>week from saturday</c> or <c>week from saturday 10:00</c>. From Monday with no time, it is <see cref="Week"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is no day of the week.</exception>
    /// <exception cref="ArgumentException"><paramref name="at"/> is not a whole minute.</exception>
    public static PeriodRule WeekFrom(IsoDayOfWeek first, LocalTime? at = null)
    {
        Guard.Against.OutOfRange((int)first, nameof(first), (int)IsoDayOfWeek.Monday, (int)IsoDayOfWeek.Sunday);
        if (at is { } time)
            Guard.Against.InvalidInput(time, nameof(at), t => t.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0, $"A week starts at a whole minute, not at {time}.");
        return new PeriodRule(PeriodLength.Week, first, at);
    }

    /// <summary>The rule written as <paramref name="text"/>; upper and lower case are the same.</summary>
    /// <exception cref="FormatException">It is no rule; the message names the text and the forms.</exception>
    public static PeriodRule Parse(string text) =>
        TryParse(text, out var rule, out var reason) ? rule : throw new FormatException(reason);

    /// <summary>Reads the rule written as <paramref name="text"/>, or says in <paramref name="reason"/> why it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PeriodRule? rule, [NotNullWhen(false)] out string? reason)
    {
        rule = text?.ToLowerInvariant() switch
        {
            "day" => Day,
            "week" => Week,
            "month" => Month,
            { } other when WeekText().Match(other) is { Success: true } week => WeekOf(week),
            _ => null,
        };
        reason = rule is null ? $"'{text}' is not a period: write {Forms}." : null;
        return rule is not null;
    }

    /// <summary>The text form.</summary>
    public override string ToString() => this switch
    {
        { Length: PeriodLength.Day } => "day",
        { Length: PeriodLength.Month } => "month",
        { IsIsoWeek: true } => "week",
        { At: { } at } => $"week from {NameOf(WeekStart)} {TimePattern.Format(at)}",
        _ => $"week from {NameOf(WeekStart)}",
    };

    internal LocalDate FirstDateOf(LocalDate day) => Length switch
    {
        PeriodLength.Day => day,
        PeriodLength.Week => day.PlusDays(1).Previous(WeekStart),
        _ => day.With(DateAdjusters.StartOfMonth),
    };

    internal LocalDate NextFirstDate(LocalDate first) => Length switch
    {
        PeriodLength.Day => first.PlusDays(1),
        PeriodLength.Week => first.PlusDays(7),
        _ => first.PlusMonths(1),
    };

    internal string IdOf(LocalDate first) => this switch
    {
        { Length: PeriodLength.Day } => LocalDatePattern.Iso.Format(first),
        { Length: PeriodLength.Month } => YearMonthPattern.Iso.Format(first.ToYearMonth()),
        { IsIsoWeek: true } => string.Create(
            CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(first):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(first):00}"),
        _ => WeekPrefix + LocalDatePattern.Iso.Format(first),
    };

    internal bool TryFirstDate(string? id, out LocalDate first, [NotNullWhen(false)] out string? reason)
    {
        var date = id is null ? null : FirstDateOf(id);
        first = date ?? default;
        reason = date is null ? $"'{id}' is not the id of a period of rule '{this}': ids look like {IdOf(FirstDateOf(new LocalDate(2021, 3, 29)))}." : null;
        return date is not null;
    }

    private static PeriodRule? WeekOf(Match week)
    {
        var first = Enum.Parse<IsoDayOfWeek>(week.Groups["day"].Value, ignoreCase: true);
        if (!week.Groups["at"].Success)
            return WeekFrom(first);
        return TimePattern.Parse(week.Groups["at"].Value) is { Success: true, Value: var at } ? WeekFrom(first, at) : null;
    }

    private static string NameOf(IsoDayOfWeek day) => day.ToString().ToLowerInvariant();

    [GeneratedRegex("^week from (?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)( (?<at>[0-9:]+))?\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WeekText();

    [GeneratedRegex(@"^(?<year>[0-9]{4})-W(?<week>[0-9]{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex IsoWeekId();

    private LocalDate? FirstDateOf(string id) => this switch
    {
        { Length: PeriodLength.Day } => Value(LocalDatePattern.Iso.Parse(id)),
        { Length: PeriodLength.Month } => YearMonthPattern.Iso.Parse(id) is { Success: true, Value: var month } ? month.OnDayOfMonth(1) : null,
        { IsIsoWeek: true } => IsoWeekId().Match(id) is { Success: true } week ? MondayOf(week) : null,
        _ => id.StartsWith(WeekPrefix, StringComparison.Ordinal) && Value(LocalDatePattern.Iso.Parse(id[WeekPrefix.Length..])) is { } date
            && date.DayOfWeek == WeekStart ? date : null,
    };

    private static LocalDate? MondayOf(Match id)
    {
        var year = int.Parse(id.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var week = int.Parse(id.Groups["week"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var exists = year is > 0 and < 9999 && week >= 1 && week <= WeekYearRules.Iso.GetWeeksInWeekYear(year);
        return exists ? WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday) : null;
    }

    private static LocalDate? Value(ParseResult<LocalDate> result) => result is { Success: true, Value: var date } ? date : null;
}
