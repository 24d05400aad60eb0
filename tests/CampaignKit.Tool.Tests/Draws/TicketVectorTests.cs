using System.Globalization;
using System.Text.Json;

namespace CampaignKit.Tool.Tests.Draws;

/// <summary>The published vectors of campaignkit-ticket-v1, through files and the command line.</summary>
public sealed class TicketVectorTests : IDisposable
{
    private static readonly JsonElement[] Cases = [.. JsonDocument
        .Parse(File.ReadAllText(SharedFiles.Beside("Vectors/ticket-v1.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    private readonly WorkFolder _folder = new();

    public static TheoryData<string> Names => [.. Cases.Select(vector => Text(vector, "name"))];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_OfTheFile_AreAll() => Assert.Equal(11, Cases.Length);

    [Theory]
    [MemberData(nameof(Names))]
    public void Digest_OfPublishedPool_IsItsDigest(string name)
    {
        var vector = Cases.Single(vector => Text(vector, "name") == name);

        Assert.Equal($"{Text(vector, "poolDigest")}\n", ToolRun.Of(["draw", "digest", .. PoolArguments(vector)]).Succeeded());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pick_OfPublishedCase_GivesItsWinners(string name)
    {
        var vector = Cases.Single(vector => Text(vector, "name") == name);
        var alternates = vector.TryGetProperty("alternates", out var wanted) ? wanted.GetRawText() : "0";
        string[] pick = ["draw", "pick", .. PoolArguments(vector), "--take", vector.GetProperty("take").GetRawText(), "--alternates", alternates, "--json"];

        var ofHex = ToolRun.Of([.. pick, "--rule-seed", Text(vector, "ruleSeed")]);
        var ofText = ToolRun.Of([.. pick, "--rule-seed-text", $"{Text(vector, "seed")}:{Text(vector, "ruleId")}"]);

        Assert.Equal(ofHex.Succeeded(), ofText.Succeeded());
        Assert.Equal(["poolDigest", "ruleSeed", "winners", "alternates"], ofHex.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(Text(vector, "poolDigest"), Text(ofHex.Json, "poolDigest"));
        Assert.Equal(Text(vector, "ruleSeed"), Text(ofHex.Json, "ruleSeed"));
        Assert.Equal(Entries(vector, "winners"), Entries(ofHex.Json, "winners"));
        Assert.Equal(Entries(vector, "alternatesDrawn"), Entries(ofHex.Json, "alternates"));
    }

    private string[] PoolArguments(JsonElement vector)
    {
        var pool = vector.GetProperty("pool");
        if (pool.ValueKind == JsonValueKind.String)
            return ["--pool", _folder.Lines("pool.txt", Enumerable.Range(1, 200_000).Select(number => number.ToString("D7", CultureInfo.InvariantCulture)))];
        return pool[0].ValueKind == JsonValueKind.String
            ? ["--pool", _folder.Lines("pool.txt", pool.EnumerateArray().Select(id => id.GetString()!))]
            : ["--weighted", "--pool", _folder.Lines("pool.txt", pool.EnumerateArray().Select(entry => $"{Text(entry, "id")}\t{entry.GetProperty("weight").GetRawText()}"))];
    }

    private static IEnumerable<(string Id, string Ticket)> Entries(JsonElement document, string field) =>
        document.TryGetProperty(field, out var entries) ? entries.EnumerateArray().Select(entry => (Text(entry, "id"), Text(entry, "ticket"))) : [];

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetString()!;
}
