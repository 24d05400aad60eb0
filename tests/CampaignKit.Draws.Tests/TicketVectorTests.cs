using System.Text.Json;

namespace CampaignKit.Draws.Tests;

/// <summary>The published vectors of campaignkit-ticket-v1.</summary>
public sealed class TicketVectorTests
{
    private static readonly JsonElement[] Cases = [.. JsonDocument
        .Parse(File.ReadAllText(SharedFiles.Beside("Vectors/ticket-v1.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(vector => Text(vector, "name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pick_OfPublishedVector_GivesItsWinners(string name)
    {
        var vector = Cases.Single(vector => Text(vector, "name") == name);
        var pool = PoolOf(vector.GetProperty("pool"));
        var seed = Digest.Of(Text(vector, "manifestDigest") + Text(vector, "beaconRandomness"));
        var ruleSeed = RuleSeed.Of(seed, Text(vector, "ruleId"));
        var alternates = vector.TryGetProperty("alternates", out var count) ? count.GetInt32() : 0;

        var picked = Draw.Pick(pool, ruleSeed, vector.GetProperty("take").GetInt32(), alternates);

        Assert.Equal(Text(vector, "seed"), seed.ToString());
        Assert.Equal(Text(vector, "ruleSeed"), ruleSeed.ToString());
        Assert.Equal(Text(vector, "poolDigest"), pool.Digest.ToString());
        Assert.Equal(Entries(vector, "winners"), picked.Winners.Select(winner => $"{winner.Id} {winner.Ticket}"));
        Assert.Equal(Entries(vector, "alternatesDrawn"), picked.Alternates.Select(winner => $"{winner.Id} {winner.Ticket}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TicketOf_OfPublishedWinner_IsItsTicket(string name)
    {
        var vector = Cases.Single(vector => Text(vector, "name") == name);
        var ruleSeed = RuleSeed.Parse(Text(vector, "ruleSeed"));
        var weights = vector.GetProperty("pool") is { ValueKind: JsonValueKind.Array } pool && pool[0].ValueKind == JsonValueKind.Object
            ? pool.EnumerateArray().ToDictionary(entry => Text(entry, "id"), entry => entry.GetProperty("weight").GetInt64())
            : null;

        foreach (var winner in vector.GetProperty("winners").EnumerateArray())
        {
            var id = Text(winner, "id");
            var ticket = weights is null ? ruleSeed.TicketOf(id) : ruleSeed.TicketOf(id, weights[id]);
            Assert.Equal(Text(winner, "ticket"), ticket.ToString());
        }
    }

    private static Pool PoolOf(JsonElement pool)
    {
        if (pool.ValueKind == JsonValueKind.String)
            return Pool.Of(Enumerable.Range(1, 200_000).Select(number => $"{number:D7}"));
        return pool[0].ValueKind == JsonValueKind.String
            ? Pool.Of(pool.EnumerateArray().Select(id => id.GetString()!))
            : Pool.OfWeights(pool.EnumerateArray().Select(entry => (Text(entry, "id"), entry.GetProperty("weight").GetInt64())));
    }

    private static IEnumerable<string> Entries(JsonElement vector, string field) => vector.TryGetProperty(field, out var entries)
        ? entries.EnumerateArray().Select(entry => $"{Text(entry, "id")} {Text(entry, "ticket")}")
        : [];

    private static string Text(JsonElement element, string field) => element.GetProperty(field).GetString()!;
}
