namespace CampaignKit.Architecture.Tests;

/// <summary>The libraries, from the lowest to the highest, and the layering that holds between them.</summary>
internal static class House
{
    private const string Calendars = "CampaignKit.Calendars";
    private const string Draws = "CampaignKit.Draws";
    private const string Leaderboards = "CampaignKit.Leaderboards";
    private const string EventStore = "CampaignKit.EventStore";
    private const string Sqlite = "CampaignKit.EventStore.Sqlite";
    private const string Grievances = "CampaignKit.Grievances";
    private const string Runtime = "CampaignKit";
    private const string Tool = "CampaignKit.Tool";

    public static IReadOnlyList<Package> Packages { get; } =
    [
        new(Calendars, MayUse: [], MayRestore: ["NodaTime"]),
        new(Draws, MayUse: [], MayRestore: ["NodaTime"]),
        new(Leaderboards, MayUse: [], MayRestore: []),
        new(EventStore, MayUse: [], MayRestore: []),
        new(Sqlite, MayUse: [EventStore], MayRestore: ["Microsoft.Data.Sqlite.Core"]),
        new(Grievances, MayUse: [Calendars, EventStore], MayRestore: ["MathNet.Numerics", "NodaTime"]),
        new(
            Runtime,
            MayUse: [Calendars, Draws, Leaderboards, EventStore, Grievances],
            MayRestore:
            [
                "Microsoft.Extensions.Caching.Memory",
                "Microsoft.Extensions.DependencyInjection.Abstractions",
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Logging.Abstractions",
                "Microsoft.Extensions.Options",
                "NodaTime",
            ]),
        new(
            Tool,
            MayUse: [Calendars, Draws, Leaderboards, EventStore, Sqlite, Grievances, Runtime],
            MayRestore: null),
    ];

    /// <summary>The names of all packages, as test data.</summary>
    public static TheoryData<string> All => [.. Packages.Select(p => p.Name)];

    /// <summary>The names of the packages that programs reference, as test data.</summary>
    public static TheoryData<string> Libraries => [.. Packages.Where(p => p.Name != Tool).Select(p => p.Name)];

    public static Package Get(string name) => Packages.Single(p => p.Name == name);
}
