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
        text => Parse(text) is { } duration && duration >= NodaTime.Duration.FromSeconds(1) && duration <= most ? duration : null,
        FormattableString.Invariant($"a duration in whole seconds, such as PT2H, of at most {most.Days} days"));

    /// <summary>An instant as it is printed.</summary>
    public static string Text(Instant instant) => InstantPattern.General.Format(instant);

    // A month has no length.
    private static Duration? Parse(string text) =>
        PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { Years: 0, Months: 0, Milliseconds: 0, Ticks: 0, Nanoseconds: 0 } period } ? period.ToDuration() : null;

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
