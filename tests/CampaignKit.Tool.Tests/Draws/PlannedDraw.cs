using CampaignKit.Draws;

namespace CampaignKit.Tool.Tests.Draws;

/// <summary>A plan of two rules with its lists, in a folder of its own, and the commands that lead it on.</summary>
internal sealed class PlannedDraw : IDisposable
{
    public const string Secret = "5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142";

    public const string Name = "changning/lucky/2021-W13";

    public static readonly string Commitment = OperatorCommitment.To(Secret).Commitment.ToString();

    private readonly WorkFolder _work = new();

    public PlannedDraw()
    {
        _work.Lines("rank.txt", "p-1\t9", "p-2\t7", "p-3\t7", "p-4\t2");
        _work.Lines("messages.txt", "m1", "m2", "m3", "m 语");
        _work.Lines("authors.txt", "m1\tp-1", "m2\tp-4", "m3\tp-5", "m 语\tp-6");
        _work.Lines("staff.txt", "p-9\tstaff");
        Plan = _work.Write("plan.json", $$"""
            { "draw": "{{Name}}", "overlap": "one-prize-per-person", "exclusions": "staff.txt",
              "rules": [
                { "id": "rank", "rule": "top-by", "take": 2, "ties": "ticket", "pool": "rank.txt" },
                { "id": "messages", "rule": "random", "take": 1, "alternates": 1, "pool": "messages.txt", "holders": "authors.txt" } ] }
            """);
    }

    public string Plan { get; }

    public string Folder => PathOf("w13");

    public string PathOf(string name) => _work.PathOf(name);

    public string Write(string name, string text) => _work.Write(name, text);

    public string Published(string name) => Path.Combine(Folder, name);

    public ToolRun Lock(params string[] options) => ToolRun.Of(["draw", "lock", Plan, "--out", Folder, .. options]);

    public ToolRun Hold(params string[] options) => ToolRun.Of(["draw", "hold", Folder, .. options]);

    public ToolRun Prove(string id, string rule, params string[] options) => ToolRun.Of(["draw", "prove", id, "--folder", Folder, "--rule", rule, .. options]);

    public ToolRun Verify(params string[] options) => ToolRun.Of(["draw", "verify", Folder, .. options]);

    public PlannedDraw Locked()
    {
        Lock("--commitment", Commitment).Succeeded();
        return this;
    }

    public PlannedDraw Held()
    {
        Locked().Hold("--secret", Secret).Succeeded();
        return this;
    }

    /// <summary>The bytes of all files in a folder, by name.</summary>
    public static Dictionary<string, string> Files(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    public void Dispose() => _work.Dispose();
}
