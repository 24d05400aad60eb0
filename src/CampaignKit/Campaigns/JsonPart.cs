using System.Text.Json;

namespace CampaignKit;

/// <summary>
/// A value in the JSON of a definition, with its path. Reading it as something that it is not is a problem and yields null, so that the
/// reader goes on to the next.
/// </summary>
internal sealed class JsonPart(JsonElement element, string name, DefinitionPath path, DefinitionProblems problems)
{
    private OrderedDictionary<string, JsonPart>? _members;

    /// <summary>The name of the property whose value it is.</summary>
    public string Name => name;

    public bool IsText => element.ValueKind == JsonValueKind.String;

    public bool IsNumber => element.ValueKind == JsonValueKind.Number;

    public bool IsList => element.ValueKind == JsonValueKind.Array;

    /// <summary>The properties of an object, in order.</summary>
    public IEnumerable<JsonPart> Members => (_members ??= ReadMembers()).Values;

    /// <summary>The property of that name; null if there is none.</summary>
    public JsonPart? this[string property] => (_members ??= ReadMembers()).GetValueOrDefault(property);

    /// <summary>The property of that name, whose absence is a problem.</summary>
    public JsonPart? Required(string property)
    {
        if (this[property] is { } member)
            return member;
        if (element.ValueKind == JsonValueKind.Object)
            problems.Unread(path[property], "", "is required.");
        return null;
    }

    /// <summary>The one property among these that is there; none or several are a problem.</summary>
    public JsonPart? OneOf(params string[] properties)
    {
        var found = properties.Select(p => this[p]).OfType<JsonPart>().ToList();
        if (found.Count == 1)
            return found[0];
        if (element.ValueKind == JsonValueKind.Object)
            Refuse($"must have exactly one of {string.Join(", ", properties)}.");
        return null;
    }

    /// <summary>Makes every other property a problem.</summary>
    public void Allow(params string[] known)
    {
        foreach (var member in Members.Where(m => !known.Contains(m.Name)))
            member.Refuse($"is not a property here; {Spelling.Hint(member.Name, known)}.");
    }

    public IReadOnlyList<JsonPart> Items()
    {
        if (IsList)
            return [.. element.EnumerateArray().Select((item, index) => new JsonPart(item, "", path[index], problems))];
        Refuse("must be a list: [ … ].");
        return [];
    }

    /// <summary>A list of texts.</summary>
    public IEnumerable<string> Texts() => Items().Select(i => i.Text() ?? "");

    public string? Text()
    {
        if (IsText)
            return element.GetString();
        Refuse("must be a text in quotation marks.");
        return null;
    }

    /// <summary>What <paramref name="read"/> makes of the text; if nothing, it breaks the rule.</summary>
    public T? Text<T>(Func<string, T?> read, string rule)
        where T : struct
    {
        var value = IsText ? read(element.GetString()!) : null;
        if (value is null)
            Refuse(rule);
        return value;
    }

    public T? Word<T>(Wording<T> wording)
        where T : struct =>
        Text(wording.Read, wording.Rule);

    public long? Whole(WholeRange range)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) && range.Holds(value))
            return value;
        Refuse(range.ToString());
        return null;
    }

    public bool? Flag()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        Refuse("must be true or false.");
        return null;
    }

    /// <summary>The value breaks a rule such that nothing can be read from it.</summary>
    public void Refuse(string rule) => problems.Unread(path, DefinitionProblems.Shortened(OnOneLine()), rule);

    private OrderedDictionary<string, JsonPart> ReadMembers()
    {
        var members = new OrderedDictionary<string, JsonPart>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Refuse("must be an object: { … }.");
            return members;
        }

        foreach (var property in element.EnumerateObject())
        {
            var member = new JsonPart(property.Value, property.Name, path[property.Name], problems);
            if (!members.TryAdd(property.Name, member))
                member.Refuse("stands there twice.");
        }

        return members;
    }

    private string OnOneLine() => string.Join(' ', element.GetRawText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
