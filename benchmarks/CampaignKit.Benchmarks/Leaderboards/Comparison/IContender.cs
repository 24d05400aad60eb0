namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>A board in the comparison. A further one is a class of its own and a line in <see cref="BoardField"/>.</summary>
internal interface IContender : IDisposable
{
    /// <summary>How it orders members of one score, for the check of its ranks.</summary>
    Ties Ties { get; }

    /// <summary>The ways of asking it, one row of the table each. They share its members.</summary>
    IReadOnlyList<Way> Ways { get; }

    /// <summary>The memory it has taken, in bytes, if that is not in this process.</summary>
    long? BytesElsewhere => null;

    /// <summary>Fills the empty board, in the order given.</summary>
    void Load(Stretch members, ReadOnlySpan<long> scores);
}
