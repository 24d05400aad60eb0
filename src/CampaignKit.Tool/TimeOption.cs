using System.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Tool;

/// <summary>Options that are instants or durations in ISO 8601, refused with option, value and rule.</summary>
internal static class TimeOption
{
    /// <summary>An instant in UTC, in whole seconds.</summary>
    public static Option<Instant> Instant(string name) => Of<Instant>(
        name,
        text => InstantPattern.General.Parse(text) is { Success: true, Value: var instant } ? instant : null,
        "a time in UTC, in whole seconds, such as 2021-04-05T02:00:00Z");

    /// <summary>A duration in whole seconds, from one to <paramref name="most"/>.</summary>
    public static Option<Duration> Duration(string name, Duration most) => Of<Duration>(
        name,
        text => Parse(text, most),
        FormattableString.Invariant($"a duration in whole seconds, such as PT2H, of at most {most.Days:N0} days"));

    /// <summary>An instant as it is printed.</summary>
    public static string Text(Instant instant) => InstantPattern.General.Format(instant);

    // A month has no length. Each number has up to 64 bits, and their sum more than a duration holds.
    private static Duration? Parse(string text, Duration most)
    {
        if (PeriodPattern.Roundtrip.Parse(text) is not { Success: true, Value: { Years: 0, Months: 0, Milliseconds: 0, Ticks: 0, Nanoseconds: 0 } period })
            return null;
        var days = ((Int128)period.Weeks * 7) + period.Days;
        var seconds = (((((days * 24) + period.Hours) * 60) + period.Minutes) * 60) + period.Seconds;
        return seconds >= 1 && seconds <= (long)most.TotalSeconds ? NodaTime.Duration.FromSeconds((long)seconds) : null;
    }

    private static Option<T> Of<T>(string name, Func<string, T?> parse, string rule)
        where T : struct => new(name)
        {
            CustomParser = given =>
            {
                var text = given.Tokens[0].Value;
                if (parse(text) is not { } value)
                {
                    given.AddError($"{name} is {ShownText.Quoted(text)}; it is {rule}.");
                    return default;
                }

                return value;
            },
        };
}
