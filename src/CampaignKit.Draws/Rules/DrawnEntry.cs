namespace CampaignKit.Draws;

/// <summary>An entry that a rule has drawn, as winner or alternate, with all that decided it.</summary>
/// <param name="Id">The entrant's id.</param>
/// <param name="Value">Its weight, score or number as the pool has it; null in a pool of ids.</param>
/// <param name="Ticket">Its ticket; null by a rule that needs none.</param>
/// <param name="Holder">The person who holds it; null if the entrant is its own person.</param>
/// <param name="Share">Its share of the last places, if these are shared.</param>
public sealed record DrawnEntry(string Id, string? Value = null, Digest? Ticket = null, string? Holder = null, Share? Share = null)
{
    /// <summary>When it reached its score, as the pool has it; null in a pool of another kind than <see cref="PoolKind.TimedScores"/>.</summary>
    public string? Reached { get; init; }

    /// <summary>Its stratum; null if the pool has none.</summary>
    public string? Stratum { get; init; }

    /// <summary>Whom a prize for this entry goes to: the holder, or the entrant itself.</summary>
    public string Person => Holder ?? Id;

    /// <summary>The line of the pool that it came from.</summary>
    internal string Line => string.Join('\t', new[] { Id, Value, Reached }.OfType<string>());
}
