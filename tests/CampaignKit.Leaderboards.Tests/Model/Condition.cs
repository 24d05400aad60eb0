namespace CampaignKit.Leaderboards.Tests;

/// <summary>When a write is done, in plain values.</summary>
public readonly record struct Condition(bool? OnBoard, long? Revision)
{
    internal WriteIf For(Leaderboard<string> board)
    {
        var onlyIf = OnBoard switch { true => WriteIf.Present, false => WriteIf.Absent, null => WriteIf.Always };
        return Revision is { } revision && board.Options.KeepsRevisions ? onlyIf.AndNewer(revision) : onlyIf;
    }
}
