using System.Text.Json;
using CampaignKit.EventStore;
using CampaignKit.Quickstart.Simulation;

namespace CampaignKit.Quickstart;

/// <summary>Checks that the simulation fits the definition, and that a database was made by the same simulation.</summary>
internal static class Playable
{
    private const string Projection = "quickstart-settings";

    public static void Check(Campaign definition, Settings settings)
    {
        string[] tasks = ["stitch", "museum", "message", .. definition.Units.TryGetValue("piece", out var piece) ? piece.Slots : []];
        var missing = tasks.Where(task => !definition.Tasks.ContainsKey(task)).Select(task => $"the task {task}")
            .Concat(definition.Draws.ContainsKey("lucky") ? [] : ["the draw lucky"])
            .Concat(definition.Goals.ContainsKey("picture") ? [] : ["the goal picture"])
            .Concat(definition.Units.ContainsKey("piece") && definition.Units.ContainsKey("stitch") ? [] : ["the units stitch and piece"])
            .ToList();
        if (missing.Count > 0)
            throw new UnsuitableException($"This sample plays a campaign with daily stitches and a puzzle; {definition.Id} lacks {string.Join(", ", missing)}.");
        var lastDay = definition.From.PlusWeeks(settings.Weeks + 1);
        if (definition.To < lastDay)
            throw new UnsuitableException($"{settings.Weeks} weeks don't fit: {definition.Id} ends on {definition.To:uuuu-MM-dd}, they on {lastDay:uuuu-MM-dd} at the latest.");
    }

    /// <summary>Requests are made from the settings: other settings on the same record would be other people.</summary>
    public static async Task RememberAsync(Campaign definition, Settings settings, IEventStore store, CancellationToken cancellationToken)
    {
        var snapshots = (ISnapshotStore)store;
        var wanted = settings with { Weeks = 0 };
        if (await snapshots.LoadSnapshotAsync(definition.Id, Projection, cancellationToken) is not { } kept)
        {
            await snapshots.SaveSnapshotAsync(definition.Id, Projection, new Snapshot(1, JsonSerializer.SerializeToUtf8Bytes(wanted)), cancellationToken);
            return;
        }

        var made = JsonSerializer.Deserialize<Settings>(kept.Data.Span)!;
        if (made != wanted)
            throw new UnsuitableException($"The database was made with --participants {made.Participants} --seed {made.Seed}; this run has --participants {wanted.Participants} --seed {wanted.Seed}.");
    }
}
