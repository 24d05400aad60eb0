using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>The JSON form of a <see cref="CaseLife"/>.</summary>
internal static class CaseLifeJson
{
    private static readonly Dictionary<string, CaseDetail> Details = Enum.GetValues<CaseDetail>().ToDictionary(NameOf);

    private static readonly Dictionary<string, CaseEffect> Effects = new() { ["escalate"] = CaseEffect.Escalate, ["merge"] = CaseEffect.Merge };

    // What a repeat can be known by, and whether that is the complainant.
    private static readonly Dictionary<string, bool> RepeatKeys = new() { ["complainant"] = true, ["subject"] = false };

    public static string NameOf(CaseDetail detail) => detail.ToString().ToLowerInvariant();

    public static CaseLife Read(DefinitionNode json)
    {
        json.WithOnly("life", "version", "open", "settled", "pausing", "levels", "repeats", "steps");
        var states = new HashSet<string>();
        var open = States(json["open"], states);
        var settled = States(json["settled"], states);
        var pausing = new List<string>();
        foreach (var element in json["pausing"].Elements())
        {
            var name = element.Text();
            if (name.Length > 0 && !open.Contains(name))
                element.Refuse($"must be an open state: {string.Join(", ", open)}");
            pausing.Add(name);
        }

        var levels = json["levels"] is { Exists: true } highest ? highest.Integer(1, int.MaxValue) : 0;
        return new CaseLife(json["life"].Text(), json["version"].Integer(1, int.MaxValue), open, settled, pausing, Transitions(json["steps"], states, open, levels))
        {
            Levels = levels,
            Repeats = json["repeats"] is { Exists: true } repeats ? RepeatsOf(repeats) : null,
        };
    }

    private static List<string> States(DefinitionNode json, HashSet<string> states)
    {
        var names = new List<string>();
        foreach (var element in json.Elements())
        {
            var name = element.Text();
            if (name == CaseLife.Start || !states.Add(name))
                element.Refuse(name == CaseLife.Start ? "is the name of the state before the first step" : "is a state already");
            else
                names.Add(name);
        }

        return names;
    }

    private static RepeatRule? RepeatsOf(DefinitionNode json)
    {
        json.WithOnly("by", "within");
        bool[] keys = [.. json["by"].Elements().Select(k => k.OneOf(RepeatKeys))];
        if (keys.Length == 0)
            json["by"].Refuse("must list complainant, subject or both");
        return DurationOf(json["within"]) is { } within ? new RepeatRule(keys.Contains(true), keys.Contains(false), within) : null;
    }

    private static List<CaseTransition> Transitions(DefinitionNode json, HashSet<string> states, List<string> open, int levels)
    {
        var transitions = new Dictionary<(string, string), CaseTransition>();
        foreach (var step in json.Elements())
        {
            step.WithOnly("action", "from", "to", "roles", "needs", "within", "does");
            var action = step["action"].Text();
            var begins = !step["from"].Exists;
            var to = begins || step["to"].Exists ? State(step["to"], states) : null;
            var roles = step["roles"].Texts();
            CaseDetail[] needs = [.. step["needs"].Elements().Select(n => n.OneOf(Details))];
            var within = step["within"] is { Exists: true } window ? DurationOf(window) : null;
            var effect = step["does"] is { Exists: true } does ? does.OneOf(Effects) : CaseEffect.None;
            if (begins && effect != CaseEffect.None)
                step["does"].Refuse("is for steps with 'from', for a case that has begun");
            else if (effect == CaseEffect.Merge && (to is null || open.Contains(to)))
                step["does"].Refuse("needs a settled state in 'to', for a merged case has no life of its own");
            else if (effect == CaseEffect.Escalate && levels == 0)
                step["does"].Refuse("needs 'levels', the highest level of escalation");
            string[] from = begins ? [CaseLife.Start] : [.. step["from"].Elements().Select(f => State(f, states))];
            foreach (var state in from)
            {
                if (!transitions.TryAdd((state, action), new CaseTransition(state, action, to ?? state, roles, needs, within, effect)))
                    step.Refuse($"there is a step '{action}' from '{state}' already");
            }
        }

        if (transitions.Values.All(t => t.From != CaseLife.Start))
            json.Refuse("must have a step without 'from', to begin a case");
        return [.. transitions.Values];
    }

    private static string State(DefinitionNode json, HashSet<string> states)
    {
        var name = json.Text();
        if (name.Length > 0 && !states.Contains(name))
            json.Refuse($"must be a state: {string.Join(", ", states)}");
        return name;
    }

    public static Duration? DurationOf(DefinitionNode json)
    {
        var text = json.Text();
        if (text.Length == 0)
            return null;
        if (PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { Months: 0, Years: 0 } period } && period.ToDuration() > Duration.Zero)
            return period.ToDuration();
        json.Refuse("must be a duration of days or less, such as P10D or PT36H");
        return null;
    }
}
