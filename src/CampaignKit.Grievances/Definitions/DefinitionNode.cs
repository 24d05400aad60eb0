using System.Text.Json;

namespace CampaignKit.Grievances;

/// <summary>
/// One value of a definition in JSON. Reading what is not there or is not of the kind asked for notes a flaw and goes on with a
/// harmless value, so that a reader sees all flaws of a definition at once.
/// </summary>
internal sealed class DefinitionNode
{
    private const int LongestValueShown = 60;

    private readonly JsonElement? _element;
    private readonly string _path;
    private readonly List<DefinitionFlaw> _flaws;

    private DefinitionNode(JsonElement? element, string path, List<DefinitionFlaw> flaws)
    {
        _element = element is { ValueKind: not JsonValueKind.Null } ? element : null;
        _path = path;
        _flaws = flaws;
    }

    public bool Exists => _element is not null;

    /// <summary>Reads a whole definition; null, with all flaws, unless there are none.</summary>
    public static T? Read<T>(string json, Func<DefinitionNode, T> read, out IReadOnlyList<DefinitionFlaw> flaws)
        where T : class
    {
        var found = new List<DefinitionFlaw>();
        flaws = found;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var definition = read(new DefinitionNode(document.RootElement, "", found));
            return found.Count == 0 ? definition : null;
        }
        catch (JsonException error)
        {
            found.Add(new DefinitionFlaw("", "", $"must be JSON; {JsonFault.Of(error)}"));
            return null;
        }
    }

    public void Refuse(string rule)
    {
        var value = _element?.GetRawText() ?? "";
        _flaws.Add(new DefinitionFlaw(_path, value.Length > LongestValueShown ? value[..LongestValueShown] + "…" : value, rule));
    }

    /// <summary>The property of that name, which may be missing.</summary>
    public DefinitionNode this[string name]
    {
        get
        {
            JsonElement? child = _element is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var found) ? found : null;
            return new DefinitionNode(child, _path.Length == 0 ? name : $"{_path}.{name}", _flaws);
        }
    }

    /// <summary>Insists on an object with no properties but these.</summary>
    public DefinitionNode WithOnly(params string[] names)
    {
        foreach (var (name, value) in Properties())
        {
            if (!names.Contains(name))
                value.Refuse($"is not known here; there is {string.Join(", ", names)}");
        }

        return this;
    }

    /// <summary>The properties of an object, in order.</summary>
    public IEnumerable<(string Name, DefinitionNode Value)> Properties()
    {
        if (_element is { ValueKind: JsonValueKind.Object } element)
            return [.. element.EnumerateObject().Select(p => (p.Name, this[p.Name]))];
        Refuse("must be an object");
        return [];
    }

    /// <summary>The elements of a list, in order; none if it is missing.</summary>
    public IReadOnlyList<DefinitionNode> Elements()
    {
        if (_element is { ValueKind: JsonValueKind.Array } element)
            return [.. element.EnumerateArray().Select((e, i) => new DefinitionNode(e, $"{_path}[{i}]", _flaws))];
        if (Exists)
            Refuse("must be a list");
        return [];
    }

    public string Text()
    {
        if (_element is { ValueKind: JsonValueKind.String } element && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        Refuse("must be a text that is not empty");
        return "";
    }

    public IReadOnlyList<string> Texts() => [.. Elements().Select(e => e.Text())];

    public int Integer(int from, int to)
    {
        if (_element is { ValueKind: JsonValueKind.Number } element && element.TryGetInt32(out var number) && number >= from && number <= to)
            return number;
        Refuse(to == int.MaxValue ? $"must be a whole number from {from} on" : $"must be a whole number from {from} to {to}");
        return from;
    }

    /// <summary>What one of a closed list of words stands for.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (_element is { ValueKind: JsonValueKind.String } element && words.TryGetValue(element.GetString()!, out var meaning))
            return meaning;
        Refuse($"must be {string.Join(" or ", words.Keys.Select(w => $"'{w}'"))}");
        return default;
    }
}
