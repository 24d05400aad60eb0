namespace CampaignKit.Leaderboards;

/// <summary>What a write did to a board.</summary>
public enum WriteOutcome
{
    /// <summary>The member was not on the board and is now.</summary>
    Added,

    /// <summary>The member's score changed; it stands anew within its new score.</summary>
    Changed,

    /// <summary>The member keeps its score, and with it its place within that score.</summary>
    Unchanged,

    /// <summary>The member was not on the board, or was, and the write asked for the contrary; nothing was written.</summary>
    Skipped,

    /// <summary>The board holds this revision of the member or a newer one; nothing was written.</summary>
    Stale,

    /// <summary>The write was for a period that is closed to it; nothing was written.</summary>
    Late,
}
