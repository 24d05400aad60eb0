using System.Text.Json;

namespace CampaignKit.Grievances.Tests;

/// <summary>Reads the reference cases under <c>Vectors/</c>; each file names the source of each case.</summary>
internal static class Vector
{
    public static TheoryData<string> Ids(string file, Func<JsonElement, bool> where)
    {
        var data = new TheoryData<string>();
        foreach (var id in Cases(file).Where(where).Select(c => c.GetProperty("id").GetString()!).Distinct())
            data.Add(id);
        return data;
    }

    /// <summary>The cases of that id; some files give two cases one id.</summary>
    public static IReadOnlyList<JsonElement> Of(string file, string id) => [.. Cases(file).Where(c => c.GetProperty("id").GetString() == id)];

    public static IEnumerable<JsonElement> Cases(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Beside($"Vectors/{file}")));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone())];
    }
}
