using System.Text.Json;
using System.Text.Unicode;

namespace CampaignKit.Draws;

/// <summary>A place in a JSON document, read strictly: what is not as asked is an error that names the path, the value and the rule.</summary>
internal readonly struct DocumentNode(JsonElement value, string path)
{
    private const int LongestShown = 80;

    internal JsonElement Value => value;

    internal string Path => path;

    internal static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        // The parser looks at values only when they are asked for; at names at once, to tell whether one stands twice.
        if (!Utf8.IsValid(utf8.Span))
            throw new DrawDocumentException("$", "the document", "it is valid UTF-8");
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException broken)
        {
            throw new DrawDocumentException("$", "the document", $"it is JSON, each field once: {FaultOf(broken)}");
        }
        catch (InvalidOperationException broken)
        {
            throw new DrawDocumentException("$", "the document", $"it is JSON, each field once: {broken.Message}");
        }
    }

    internal static string TextOf(JsonElement value, string path)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new DrawDocumentException(path, Shorten(value.GetRawText()), "a text is valid Unicode");
        }
    }

    /// <summary>The object here, which may have these fields and no others.</summary>
    internal DocumentNode Object(params ReadOnlySpan<string> fields)
    {
        Expect(JsonValueKind.Object, "an object");
        foreach (var property in value.EnumerateObject())
        {
            if (!fields.Contains(property.Name))
                throw new DrawDocumentException($"{path}.{property.Name}", Shorten(property.Value.GetRawText()), "there is no such field here");
        }

        return this;
    }

    internal DocumentNode Field(string name) => Optional(name) ?? throw new DrawDocumentException($"{path}.{name}", "nothing", "the field must be there");

    internal DocumentNode? Optional(string name) =>
        value.ValueKind != JsonValueKind.Object ? throw Refuse("an object must stand here")
        : value.TryGetProperty(name, out var field) ? new DocumentNode(field, $"{path}.{name}")
        : null;

    internal List<DocumentNode> Items()
    {
        Expect(JsonValueKind.Array, "an array");
        var place = path;
        return [.. value.EnumerateArray().Select((item, index) => new DocumentNode(item, $"{place}[{index}]"))];
    }

    internal string Text()
    {
        Expect(JsonValueKind.String, "a text");
        return TextOf(value, path);
    }

    internal string Text(Func<string, string?> problem)
    {
        var text = Text();
        return problem(text) is { } rule ? throw Refuse(rule) : text;
    }

    internal Digest Digest() => Draws.Digest.TryParse(Text(), out var digest)
        ? digest
        : throw Refuse($"a hash has {Draws.Digest.HexLength} lower-case hex digits");

    internal long Integer(long from, long to) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var integer) && integer >= from && integer <= to
            ? integer
            : throw Refuse($"it is an integer from {from} to {to}");

    internal T OneOf<T>(Dictionary<string, T> names) => names.TryGetValue(Text(), out var found)
        ? found
        : throw Refuse($"it is one of {string.Join(", ", names.Keys)}");

    internal DrawDocumentException Refuse(string rule) => new(path, Shorten(value.GetRawText()), rule);

    internal static string Shorten(string raw) => raw.Length <= LongestShown ? raw : $"{raw[..LongestShown]}…";

    // The parser quotes what it cannot read, however long that is.
    private static string FaultOf(JsonException broken)
    {
        var fault = Shorten(broken.Message.Split(" LineNumber:")[0]);
        return broken.LineNumber is { } line ? FormattableString.Invariant($"line {line + 1}, byte {broken.BytePositionInLine + 1}: {fault}") : fault;
    }

    private void Expect(JsonValueKind kind, string what)
    {
        if (value.ValueKind != kind)
            throw Refuse($"it is {what}");
    }
}
