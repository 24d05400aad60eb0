namespace CampaignKit.Draws;

/// <summary>A rule by which the best scores win. Entries have their turns in the order of score, then by the tie policy, then of ticket.</summary>
/// <remarks>
/// An entry whose person cannot win, or has been drawn already, is passed over and uses no place, so the places move on to other scores:
/// the winning scores are those of the people who can still win. Ties are settled after that. The score of the last place is the one in
/// which the winners reach <see cref="Take"/>; under <see cref="TiePolicy.Extend"/> and <see cref="TiePolicy.Share"/> everyone with that
/// score who is not passed over wins. Those before it always hold a whole place; only those with it share. A person with several entries
/// wins by the best one.
/// </remarks>
public abstract record RankedRule : DrawRule
{
    private protected RankedRule(string id, PoolCommitment pool, int take, TiePolicy ties, int alternates)
        : base(id, pool, KindFor(Guard.Against.EnumOutOfRange(ties)))
    {
        Take = Guard.Against.OutOfRange(take, nameof(take), 1, MaxTake);
        Ties = ties;
        Alternates = Guard.Against.OutOfRange(alternates, nameof(alternates), 0, MaxTake);
    }

    /// <summary>The number of places.</summary>
    public int Take { get; }

    /// <summary>What happens when more people have the last winning score than there are places left.</summary>
    public TiePolicy Ties { get; }

    /// <summary>The number of alternates: those who come next, if there are entrants enough.</summary>
    public int Alternates { get; }

    private protected abstract bool HighestFirst { get; }

    private bool AllTiedWin => Ties is TiePolicy.Share or TiePolicy.Extend;

    internal static PoolKind KindFor(TiePolicy ties) => ties == TiePolicy.EarliestToReach ? PoolKind.TimedScores : PoolKind.Scores;

    internal override bool LeavesSeats(RuleOutcome outcome) => outcome.Winners.Count < Take || outcome.Alternates.Count < Alternates;

    internal override RuleOutcome Draw(Pool pool, RuleSeed seed, PrizeBook prizes, LaneWork work)
    {
        var seats = new Seating(this, pool, seed, prizes);
        foreach (var tied in GroupsOfEquals(pool, SeatsLeft(seats)))
        {
            if (AllTiedWin && seats.Winners < Take)
                WinAll(tied, seats, pool, seed, work);
            else
                Seat(tied, seats, pool, seed, work);
            if (SeatsLeft(seats) == 0)
                break;
        }

        return seats.Close();
    }

    private int SeatsLeft(Seating seats) => Math.Max(Take - seats.Winners, 0) + Alternates - seats.Alternates;

    private IEnumerable<ReadOnlyMemory<int>> GroupsOfEquals(Pool pool, int expected)
    {
        var byScore = RankOrder.Groups(entries: null, pool.ValueOfEach, HighestFirst, expected);
        return Ties == TiePolicy.EarliestToReach
            ? byScore.SelectMany(tied => RankOrder.Groups(tied, pool.ReachedOfEach, highestFirst: false, expected))
            : byScore;
    }

    private void Seat(ReadOnlyMemory<int> tied, Seating seats, Pool pool, RuleSeed seed, LaneWork work)
    {
        foreach (var next in TicketOrder.Of(pool, tied, seed, SeatsLeft(seats), work))
        {
            _ = seats.Winners < Take ? seats.Win(next.Entry, next.Ticket) : seats.Reserve(next.Entry, next.Ticket);
            if (SeatsLeft(seats) == 0)
                break;
        }
    }

    private void WinAll(ReadOnlyMemory<int> tied, Seating seats, Pool pool, RuleSeed seed, LaneWork work)
    {
        var seated = seats.Winners;
        foreach (var next in TicketOrder.Of(pool, tied, seed, tied.Length, work))
            seats.Win(next.Entry, next.Ticket);
        if (Ties == TiePolicy.Share && seats.Winners > Take)
            seats.ShareAmong(seated, Take - seated);
    }
}
