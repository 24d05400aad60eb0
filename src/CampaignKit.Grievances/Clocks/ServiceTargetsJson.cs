using CampaignKit.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>The JSON form of <see cref="ServiceTargets"/>.</summary>
internal static class ServiceTargetsJson
{
    private static readonly Dictionary<string, ReopenedClock> Policies = new()
    {
        ["continues"] = ReopenedClock.Continues,
        ["restarts"] = ReopenedClock.Restarts,
        ["stays stopped"] = ReopenedClock.StaysStopped,
    };

    public static ServiceTargets Read(DefinitionNode json)
    {
        json.WithOnly("targets", "version", "calendars", "clocks", "within", "escalations");
        var calendars = json["calendars"] is { Exists: true } given
            ? given.Properties().ToDictionary(c => c.Name, c => CalendarOf(c.Value))
            : [];
        List<ClockRule> clocks = [.. json["clocks"].Properties().Select(c => ClockOf(c.Name, c.Value))];
        var names = clocks.Select(c => c.Name).ToHashSet();
        return new ServiceTargets(json["targets"].Text(), json["version"].Integer(1, int.MaxValue))
        {
            Calendars = calendars,
            Clocks = clocks,
            Targets = [.. json["within"].Elements().Select(t => TargetOf(t, names, calendars))],
            Escalations = [.. json["escalations"].Elements().Select(e => ThresholdOf(e, names))],
        };
    }

    private static BusinessCalendar CalendarOf(DefinitionNode json)
    {
        json.WithOnly("zone", "week", "holidays", "working");
        var zone = DateTimeZone.Utc;
        if (json["zone"].Text() is { Length: > 0 } id)
        {
            if (CampaignCalendar.TryIn(id, default, out var calendar, out var reason))
                zone = calendar.Zone;
            else
                json["zone"].Refuse(reason);
        }

        var week = WeeklyHours.Always;
        if (json["week"].Text() is { Length: > 0 } text)
        {
            if (WeeklyHours.TryParse(text, out var hours, out var reason))
                week = hours;
            else
                json["week"].Refuse(reason);
        }

        List<LocalDate> holidays = [.. json["holidays"].Elements().Select(h => DateOf(h, h.Text()))];
        var working = new Dictionary<LocalDate, OpeningHours>();
        foreach (var (date, hours) in json["working"] is { Exists: true } days ? days.Properties() : [])
        {
            if (OpeningHours.TryParse(hours.Text(), out var of, out var reason))
                working[DateOf(hours, date)] = of;
            else
                hours.Refuse(reason);
        }

        return new BusinessCalendar(zone, week, holidays, working);
    }

    private static LocalDate DateOf(DefinitionNode json, string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date })
            return date;
        json.Refuse($"'{text}' must be a date such as 2025-05-01");
        return default;
    }

    private static ClockRule ClockOf(string name, DefinitionNode json)
    {
        json.WithOnly("stops", "reopened");
        return new ClockRule(name, json["stops"].Texts(), json["reopened"].OneOf(Policies));
    }

    private static ServiceTarget TargetOf(DefinitionNode json, HashSet<string> clocks, Dictionary<string, BusinessCalendar> calendars)
    {
        json.WithOnly("clock", "category", "priority", "time", "calendar");
        var within = CaseLifeJson.DurationOf(json["time"]) ?? Duration.Zero;
        var calendar = json["calendar"] is { Exists: true } named ? named.Text() : null;
        if (calendar is { Length: > 0 } && !calendars.ContainsKey(calendar))
            json["calendar"].Refuse($"must be a calendar: {string.Join(", ", calendars.Keys)}");
        if (calendar is not null && within > Duration.Zero && !json["time"].Text().StartsWith("PT", StringComparison.Ordinal))
            json["time"].Refuse("must be hours or less, such as PT35H, where a calendar is named: a business day has no fixed length");
        return new ServiceTarget(NameOf(json["clock"], clocks), TextOf(json["category"]), TextOf(json["priority"]), within, calendar);
    }

    private static EscalationThreshold ThresholdOf(DefinitionNode json, HashSet<string> clocks)
    {
        json.WithOnly("clock", "percent", "level");
        return new EscalationThreshold(NameOf(json["clock"], clocks), json["percent"].Integer(1, 1000), json["level"].Integer(1, int.MaxValue));
    }

    private static string? TextOf(DefinitionNode json) => json.Exists ? json.Text() : null;

    private static string NameOf(DefinitionNode json, HashSet<string> clocks)
    {
        var name = json.Text();
        if (name.Length > 0 && !clocks.Contains(name))
            json.Refuse($"must be a clock: {string.Join(", ", clocks)}");
        return name;
    }
}
