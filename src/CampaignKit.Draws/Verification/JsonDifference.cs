using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>
/// Finds the first place, in the order of the expected document, in which two JSON documents differ. Texts, names and numbers are
/// compared as they are written, and fields stand in their order; only white space between them is free.
/// </summary>
internal static class JsonDifference
{
    private const string Nothing = "nothing";

    internal static Difference? First(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (expected.ValueKind != actual.ValueKind)
            return Differ(path, expected, actual);
        return expected.ValueKind switch
        {
            JsonValueKind.Object => InObject(expected, actual, path),
            JsonValueKind.Array => InArray(expected, actual, path),
            _ => expected.GetRawText() == actual.GetRawText() ? null : Differ(path, expected, actual),
        };
    }

    private static Difference? InObject(JsonElement expected, JsonElement actual, string path)
    {
        foreach (var field in expected.EnumerateObject())
        {
            var at = $"{path}.{field.Name}";
            if (!actual.TryGetProperty(field.Name, out var value))
                return new Difference(at, Shown(field.Value), Nothing);
            if (First(field.Value, value, at) is { } difference)
                return difference;
        }

        foreach (var field in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(field.Name, out _))
                return new Difference($"{path}.{field.Name}", Nothing, Shown(field.Value));
        }

        // With the same fields on both sides, what is left is their order, and escapes in their names.
        var (names, found) = (NamesOf(expected), NamesOf(actual));
        var place = names.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return place == names.Count ? null : new Difference(path, $"the field {names[place]} in this place", found[place]);
    }

    private static List<string> NamesOf(JsonElement value) =>
        [.. value.EnumerateObject().Select(field => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(field)))];

    private static Difference? InArray(JsonElement expected, JsonElement actual, string path)
    {
        using var expectedItems = expected.EnumerateArray();
        using var actualItems = actual.EnumerateArray();
        for (var index = 0; ; index++)
        {
            var place = $"{path}[{index}]";
            var (more, found) = (expectedItems.MoveNext(), actualItems.MoveNext());
            if (!more && !found)
                return null;
            if (!more)
                return new Difference(place, Nothing, Shown(actualItems.Current));
            if (!found)
                return new Difference(place, Shown(expectedItems.Current), Nothing);
            if (First(expectedItems.Current, actualItems.Current, place) is { } difference)
                return difference;
        }
    }

    private static Difference Differ(string path, JsonElement expected, JsonElement actual) => new(path, Shown(expected), Shown(actual));

    private static string Shown(JsonElement value) => DocumentNode.Shorten(value.GetRawText().ReplaceLineEndings(" "));
}
