using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CampaignKit.Calendars;

namespace CampaignKit;

/// <summary>
/// How often a task can be done: at most <see cref="Times"/> in each <see cref="Every"/>, by each participant or by each team.
/// Its text is what a definition file says: <c>any time</c>, <c>once</c>, <c>day</c>, <c>3 times a week</c>, <c>once per team</c>.
/// </summary>
public sealed record Cadence
{
    /// <summary>The rule for its text, as a sentence.</summary>
    internal const string TextRule =
        "must be \"any time\", \"once\", \"once per team\", a period such as \"day\", \"week\" or \"month\", or so many times in one, such as \"3 times a week\".";

    private Cadence(int? times, PeriodRule? every, bool perTeam)
    {
        Times = times;
        Every = every;
        PerTeam = perTeam;
    }

    /// <summary>As often as one likes.</summary>
    public static Cadence AnyTime { get; } = new(null, null, false);

    /// <summary>Once in the campaign by each participant.</summary>
    public static Cadence Once { get; } = new(1, null, false);

    /// <summary>Once on each campaign day by each participant.</summary>
    public static Cadence OncePerDay { get; } = new(1, PeriodRule.Day, false);

    /// <summary>Once in the campaign by each team, by whichever member is first.</summary>
    public static Cadence OncePerTeam { get; } = new(1, null, true);

    /// <summary>The most that is allowed; null when there is no limit.</summary>
    public int? Times { get; }

    /// <summary>The periods in which it is counted; null for the whole campaign.</summary>
    public PeriodRule? Every { get; }

    /// <summary>Whether it is the team that may do it so often, instead of the participant.</summary>
    public bool PerTeam { get; }

    /// <summary>At most so many times in each period by each participant.</summary>
    /// <param name="times">The most that is allowed, at least 1.</param>
    /// <param name="every">The periods in which it is counted.</param>
    /// <exception cref="ArgumentException"><paramref name="times"/> is less than 1.</exception>
    public static Cadence TimesPer(int times, PeriodRule every) =>
        new(Guard.Against.NegativeOrZero(times), Guard.Against.Null(every), false);

    /// <summary>Reads the text form.</summary>
    /// <param name="text">The text, such as <c>3 times a week</c>.</param>
    /// <param name="cadence">What it says; null when it says nothing known.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Cadence? cadence)
    {
        cadence = Guard.Against.Null(text) switch
        {
            "any time" => AnyTime,
            "once" => Once,
            "once per team" => OncePerTeam,
            _ => Counted(text),
        };
        return cadence is not null;
    }

    /// <summary>The text form.</summary>
    public override string ToString() => (Times, Every, PerTeam) switch
    {
        (null, _, _) => "any time",
        (_, null, true) => "once per team",
        (_, null, false) => "once",
        (1, { } every, _) => every.ToString(),
        ({ } times, { } every, _) => string.Create(CultureInfo.InvariantCulture, $"{times} times a {every}"),
    };

    private static Cadence? Counted(string text)
    {
        const string Between = " times a ";
        var at = text.IndexOf(Between, StringComparison.Ordinal);
        if (at < 0)
            return PeriodRule.TryParse(text, out var single, out _) ? new Cadence(1, single, false) : null;
        return int.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            && times > 0
            && PeriodRule.TryParse(text[(at + Between.Length)..], out var every, out _)
                ? new Cadence(times, every, false)
                : null;
    }
}
