using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>The JSON form of a <see cref="CaseLife"/>.</summary>
internal static class CaseLifeJson
{
    private static readonly Dictionary<string, CaseDetail> Details = Enum.GetValues<CaseDetail>().ToDictionary(NameOf);

    public static string NameOf(CaseDetail detail) => detail.ToString().ToLowerInvariant();

    public static CaseLife Read(DefinitionNode json)
    {
        json.WithOnly("life", "version", "open", "settled", "steps");
        var states = new HashSet<string>();
        var open = States(json["open"], states);
        var settled = States(json["settled"], states);
        return new CaseLife(json["life"].Text(), json["version"].Integer(1, int.MaxValue), open, settled, Transitions(json["steps"], states));
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

    private static List<CaseTransition> Transitions(DefinitionNode json, HashSet<string> states)
    {
        var transitions = new Dictionary<(string, string), CaseTransition>();
        foreach (var step in json.Elements())
        {
            step.WithOnly("action", "from", "to", "roles", "needs", "within");
            var to = State(step["to"], states);
            var action = step["action"].Text();
            var roles = step["roles"].Texts();
            CaseDetail[] needs = [.. step["needs"].Elements().Select(n => n.OneOf(Details))];
            var within = step["within"] is { Exists: true } window ? DurationOf(window) : null;
            string[] from = step["from"].Exists ? [.. step["from"].Elements().Select(f => State(f, states))] : [CaseLife.Start];
            foreach (var state in from)
            {
                if (!transitions.TryAdd((state, action), new CaseTransition(state, action, to, roles, needs, within)))
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

    private static Duration? DurationOf(DefinitionNode json)
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
