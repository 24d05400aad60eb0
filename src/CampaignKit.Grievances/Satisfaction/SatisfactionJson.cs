using System.Text.Json;

namespace CampaignKit.Grievances;

/// <summary>The JSON form of a <see cref="SatisfactionDefinition"/>.</summary>
internal static class SatisfactionJson
{
    private static readonly Dictionary<string, CaseBase> Bases = new() { ["rated"] = CaseBase.Rated, ["closed"] = CaseBase.Closed };

    public static SatisfactionDefinition Read(DefinitionNode json)
    {
        json.WithOnly("definition", "version", "answers", "unrated", "rates", "composite");
        var rates = json["rates"].WithOnly("response", "resolution", "satisfaction");
        return new SatisfactionDefinition(
            json["definition"].Text(),
            json["version"].Integer(1, int.MaxValue),
            Answers(json["answers"], out var known),
            Unrated(json["unrated"], known),
            RateOf(rates["response"]),
            RateOf(rates["resolution"]),
            RateOf(rates["satisfaction"]),
            json["composite"] is { Exists: true } composite ? Composite(composite) : null);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public static void Write(SatisfactionDefinition definition, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("definition", definition.Name);
        json.WriteNumber("version", definition.Version);
        json.WriteStartObject("answers");
        foreach (var (answer, worth) in definition.Answers.OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal))
            json.WriteNumber(answer, worth);
        json.WriteEndObject();
        json.WriteStartArray("unrated");
        foreach (var answer in definition.Unrated.Order(StringComparer.Ordinal))
            json.WriteStringValue(answer);
        json.WriteEndArray();
        json.WriteStartObject("rates");
        Write("response", definition.Response, json);
        Write("resolution", definition.Resolution, json);
        Write("satisfaction", definition.Satisfaction, json);
        json.WriteEndObject();
        if (definition.Composite is { } weights)
        {
            json.WriteStartObject("composite");
            json.WriteNumber("response", weights.Response);
            json.WriteNumber("resolution", weights.Resolution);
            json.WriteNumber("satisfaction", weights.Satisfaction);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(string name, RateDefinition rate, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("of", Bases.First(b => b.Value == rate.Base).Key);
        json.WriteString("named", rate.BaseName);
        json.WriteEndObject();
    }

    private static Dictionary<string, int> Answers(DefinitionNode json, out Dictionary<string, int> answers)
    {
        answers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (answer, worth) in json.Properties())
        {
            if (string.IsNullOrWhiteSpace(answer))
                worth.Refuse("a blank is no answer");
            else if (!answers.TryAdd(answer.Trim(), worth.Integer(0, SatisfactionDefinition.Whole)))
                worth.Refuse("is the same answer as one before it, but for case or spaces");
        }

        if (json.Exists && answers.Count == 0)
            json.Refuse("must name at least one answer");
        return answers;
    }

    private static HashSet<string> Unrated(DefinitionNode json, Dictionary<string, int> answers)
    {
        var unrated = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in json.Elements())
        {
            var answer = element.Text().Trim();
            if (answers.ContainsKey(answer))
                element.Refuse("stands among the answers that count");
            unrated.Add(answer);
        }

        return unrated;
    }

    private static RateDefinition RateOf(DefinitionNode json)
    {
        json.WithOnly("of", "named");
        return json.Exists ? new RateDefinition(json["of"].OneOf(Bases), json["named"].Text()) : new RateDefinition(default, "");
    }

    private static CompositeWeights Composite(DefinitionNode json)
    {
        json.WithOnly("response", "resolution", "satisfaction");
        var weights = new CompositeWeights(Weight("response"), Weight("resolution"), Weight("satisfaction"));
        if (weights.Response + weights.Resolution + weights.Satisfaction != SatisfactionDefinition.Whole)
            json.Refuse("weights must add up to 1000");
        return weights;

        int Weight(string rate) => json[rate].Integer(0, SatisfactionDefinition.Whole);
    }
}
