using System.Text.Json;

namespace CampaignKit.Draws.Tests;

/// <summary>Cases of the published vector files, found by their place in them.</summary>
internal static class MethodVectors
{
    public static JsonElement Read(string file, string part = "cases") =>
        JsonDocument.Parse(File.ReadAllText(SharedFiles.Beside($"Vectors/{file}"))).RootElement.GetProperty(part);

    public static TheoryData<string, int> Places(params string[] files)
    {
        var places = new TheoryData<string, int>();
        foreach (var file in files)
        {
            for (var place = 0; place < Read(file).GetArrayLength(); place++)
                places.Add(file, place);
        }

        return places;
    }

    public static string Text(this JsonElement vector, string field) => vector.GetProperty(field).GetString()!;

    public static int Number(this JsonElement vector, string field, int otherwise = 0) =>
        vector.TryGetProperty(field, out var value) ? value.GetInt32() : otherwise;

    public static bool Has(this JsonElement vector, string field) => vector.TryGetProperty(field, out _);

    public static IEnumerable<JsonElement> Items(this JsonElement vector, string field) => vector.GetProperty(field).EnumerateArray();
}
