using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>
/// Finds the first place, in the order of the expected document, in which two JSON documents differ. Texts are compared as they are
/// written: a needless escape is a difference.
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
            var place = $"{path}.{field.Name}";
            if (!actual.TryGetProperty(field.Name, out var found))
                return new Difference(place, Shown(field.Value), Nothing);
            if (First(field.Value, found, place) is { } difference)
                return difference;
        }

        foreach (var field in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(field.Name, out _))
                return new Difference($"{path}.{field.Name}", Nothing, Shown(field.Value));
        }

        return null;
    }

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
