using System.Text.Json;

namespace CampaignKit.Draws.Tests;

/// <summary>A document with one thing changed at one place, at every place in turn.</summary>
/// <param name="Path">Where.</param>
/// <param name="Change">What was done.</param>
/// <param name="Json">The document.</param>
internal sealed record DocumentMutation(string Path, string Change, string Json)
{
    internal static IEnumerable<DocumentMutation> Of(JsonElement value, string path = "$")
    {
        foreach (var other in Mutations(value, path))
            yield return other;
        foreach (var (change, json) in Replacements(value))
            yield return new DocumentMutation(path, change, json);
    }

    private static IEnumerable<DocumentMutation> Mutations(JsonElement value, string path)
    {
        var isObject = value.ValueKind == JsonValueKind.Object;
        if (!isObject && value.ValueKind != JsonValueKind.Array)
            yield break;
        var (names, parts) = isObject
            ? (value.EnumerateObject().Select(field => field.Name).ToList(), value.EnumerateObject().Select(field => field.Value).ToList())
            : ([], value.EnumerateArray().ToList());
        var texts = parts.Select((part, i) => isObject ? Field(names[i], part.GetRawText()) : part.GetRawText()).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var place = isObject ? $"{path}.{names[i]}" : $"{path}[{i}]";
            yield return new DocumentMutation(place, "removed", Joined([.. texts[..i], .. texts[(i + 1)..]]));
            yield return new DocumentMutation(place, "duplicated", Joined([.. texts[..i], texts[i], .. texts[i..]]));
            if (i > 0 && texts[i] != texts[i - 1])
                yield return new DocumentMutation(place, "swapped", Joined([.. texts[..(i - 1)], texts[i], texts[i - 1], .. texts[(i + 1)..]]));
            if (isObject)
                yield return new DocumentMutation(place, "name escaped", Joined([.. texts[..i], Field(Escaped(names[i]), parts[i].GetRawText()), .. texts[(i + 1)..]]));
            foreach (var inner in Of(parts[i], place))
                yield return inner with { Json = Joined([.. texts[..i], isObject ? Field(names[i], inner.Json) : inner.Json, .. texts[(i + 1)..]]) };
        }

        if (isObject)
            yield return new DocumentMutation(path, "field added", Joined([.. texts, "\"more\":\"\""]));

        string Joined(IEnumerable<string> items) => isObject ? $"{{{string.Join(',', items)}}}" : $"[{string.Join(',', items)}]";
    }

    private static IEnumerable<(string Change, string Json)> Replacements(JsonElement value)
    {
        var raw = value.GetRawText();
        yield return ("null", "null");
        yield return ("wrapped", $"[{raw}]");
        yield return ("made a text", JsonSerializer.Serialize(raw));
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!;
                yield return ("emptied", "\"\"");
                yield return ("lengthened", $"{raw[..^1]} \"");
                if (text.Length > 0 && raw[1] != '\\')
                    yield return ("escaped", $"\"{Escaped(text[..1])}{raw[2..]}");
                if (text.Any(char.IsAsciiLetterLower))
                    yield return ("upper case", raw.ToUpperInvariant());
                break;
            case JsonValueKind.Number:
                yield return ("with a fraction", $"{raw}.0");
                yield return ("with an exponent", $"{raw}e0");
                yield return ("negative", $"-{raw}");
                yield return ("larger", $"{raw}0");
                break;
        }
    }

    private static string Field(string name, string raw) => $"\"{name}\":{raw}";

    private static string Escaped(string text) => $"\\u{(int)text[0]:x4}{text[1..]}";
}
