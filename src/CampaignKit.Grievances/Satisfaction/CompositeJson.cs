namespace CampaignKit.Grievances;

/// <summary>The JSON form of a <see cref="CompositeDefinition"/>.</summary>
internal static class CompositeJson
{
    public static CompositeDefinition Read(DefinitionNode json)
    {
        json.WithOnly("composite", "version", "weights", "granted");
        var weights = Parts(json["weights"]);
        var granted = json["granted"] is { Exists: true } given ? Parts(given) : [];
        foreach (var name in granted.Keys.Where(weights.ContainsKey))
            json["granted"][name].Refuse("stands among the weights");
        if (json["weights"].Exists && weights.Values.Sum() + granted.Values.Sum() != SatisfactionDefinition.Whole)
            json["weights"].Refuse("weights, with those granted, must add up to 1000");
        return new CompositeDefinition(json["composite"].Text(), json["version"].Integer(1, int.MaxValue), weights.AsReadOnly(), granted.AsReadOnly());
    }

    private static Dictionary<string, int> Parts(DefinitionNode json)
    {
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, weight) in json.Properties())
            parts[name] = weight.Integer(0, SatisfactionDefinition.Whole);
        return parts;
    }
}
