namespace CampaignKit.Leaderboards;

/// <summary>
/// When a write is done: always, only to members on the board (<see cref="Present"/>), only to new ones (<see cref="Absent"/>), or only if it is
/// newer than what the board holds (<see cref="Newer"/>). A write that is not done says so in its <see cref="ScoreChange"/>.
/// </summary>
public readonly record struct WriteIf
{
    private WriteIf(bool? onBoard, long? revision) => (OnBoard, Revision) = (onBoard, revision);

    /// <summary>Always; the same as the default value.</summary>
    public static WriteIf Always => default;

    /// <summary>Only if the member is on the board: an update, never a new member.</summary>
    public static WriteIf Present => new(true, null);

    /// <summary>Only if the member is not on the board: a new member, never an update.</summary>
    public static WriteIf Absent => new(false, null);

    internal bool IsAlways => OnBoard is null && Revision is null;

    internal bool? OnBoard { get; }

    internal long? Revision { get; }

    /// <summary>
    /// Only if <paramref name="revision"/> is greater than that of the member's last write that named one. The same revision again is stale too, so
    /// a write that is delivered twice counts once. With <see cref="Leaderboard{TKey}.Set(TKey, long, WriteIf)"/> the latest write wins in whichever
    /// order they arrive. The board needs <see cref="LeaderboardOptions.KeepsRevisions"/>.
    /// </summary>
    /// <param name="revision">A version or a time as the host counts it, such as ticks.</param>
    public static WriteIf Newer(long revision) => new(null, revision);

    /// <summary>The same condition, and <see cref="Newer"/> as well.</summary>
    /// <param name="revision">A version or a time as the host counts it.</param>
    public WriteIf AndNewer(long revision) => new(OnBoard, revision);
}
