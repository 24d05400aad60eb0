using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tests;

/// <summary>The campaign of the quickstart: its file, the same in code, and its file with one thing changed.</summary>
internal static class Changning
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Path { get; } = System.IO.Path.Combine(SharedFiles.RepositoryRoot, "samples", "Quickstart", "changning.campaign.json");

    public static JsonObject Json => (JsonObject)JsonNode.Parse(File.ReadAllText(Path), documentOptions: Lenient)!;

    public static CampaignBuilder InCode() => Campaign.Define("changning", version: 1)
        .In("Asia/Shanghai").From(2021, 3, 25).To(2021, 7, 1)
        .Unit("stitch")
        .Unit("piece", slots: ["embroidery", "quiz", "song", "dubbing"])
        .Teams("airport", "connected", "fashion", "ai", "finance", "health")
        .Sites("revolution-museum", "party-museum", "zhongshan-park", "cohesion-museum", "library")
        .Task("stitch", t => t.OncePerDay().Awards("stitch"))
        .Task("museum", t => t.OncePerDay().AtAnySite().Awards("stitch"))
        .Task("embroidery", t => t.OncePerTeam().AtAnySite().StaffApproval().AwardsTeam("piece", "embroidery"))
        .Task("quiz", t => t.OncePerTeam().AtAnySite().Quiz(pass: 60).AwardsTeam("piece", "quiz"))
        .Task("song", t => t.OncePerTeam().AtAnySite().StaffApproval().AwardsTeam("piece", "song"))
        .Task("dubbing", t => t.OncePerTeam().AtAnySite().StaffApproval().AwardsTeam("piece", "dubbing"))
        .Task("message", t => t.TimesPer(2, Calendars.PeriodRule.Day).Message())
        .Goal("picture", g => g.Distinct("piece").Reaches(24).Latched())
        .Goal("hundred-thousand", g => g.Sum("stitch").Reaches(100_000).Latched())
        .Draw("lucky", d => d.Weekly().FreezeAfter(Duration.FromHours(2))
            .TopBy("rank", "stitch", 20, TiePolicy.Ticket)
            .RandomOf("messages", Population.ApprovedMessages, 20, alternates: 10)
            .NumberEndsWith("number", "1921", "2021"));

    /// <summary>The file with the value at a path, such as <c>draws.lucky.rules.0.take</c>, replaced or added; removed if the value is null.</summary>
    public static JsonObject With(params (string Path, string? Value)[] changes)
    {
        var json = Json;
        foreach (var (path, value) in changes)
        {
            var steps = path.Split('.');
            var parent = steps[..^1].Aggregate((JsonNode)json, (node, step) => node is JsonArray array ? array[int.Parse(step)]! : node[step]!);
            Change(parent, steps[^1], value);
        }

        return json;
    }

    public static IReadOnlyList<DefinitionProblem> ProblemsWith(params (string Path, string? Value)[] changes) =>
        ProblemsOf(With(changes).ToJsonString());

    public static IReadOnlyList<DefinitionProblem> ProblemsOf(string json)
    {
        Assert.False(CampaignFile.TryRead(json, out var campaign, out var problems));
        Assert.Null(campaign);
        return problems;
    }

    private static void Change(JsonNode parent, string step, string? value)
    {
        if (parent is JsonArray array)
        {
            var index = int.Parse(step);
            array.RemoveAt(index);
            if (value is not null)
                array.Insert(index, JsonNode.Parse(value));
        }
        else if (value is null)
        {
            ((JsonObject)parent).Remove(step);
        }
        else
        {
            parent[step] = JsonNode.Parse(value);
        }
    }
}
