namespace CampaignKit.Leaderboards;

public sealed partial class Leaderboard<TKey>
{
    /// <summary>Sets a member's score, adding the member if it is not on the board.</summary>
    /// <param name="id">The member.</param>
    /// <param name="score">The score.</param>
    /// <param name="onlyIf">When the write is done; always unless said.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="InvalidOperationException">The board has second scores, or a revision is given and it keeps none.</exception>
    public ScoreChange Set(TKey id, long score, WriteIf onlyIf = default) => Set(id, Single(score), onlyIf);

    /// <summary>Sets both of a member's scores, adding the member if it is not on the board.</summary>
    /// <param name="id">The member.</param>
    /// <param name="score">The score.</param>
    /// <param name="second">The second score.</param>
    /// <param name="onlyIf">When the write is done; always unless said.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="InvalidOperationException">The board has no second scores, or a revision is given and it keeps none.</exception>
    public ScoreChange Set(TKey id, long score, long second, WriteIf onlyIf = default) => Set(id, Pair(score, second), onlyIf);

    /// <summary>
    /// Sets a member's score if it is better than the one it has: higher on a descending board, lower on an ascending one. Adds the member if it
    /// is not on the board.
    /// </summary>
    /// <param name="id">The member.</param>
    /// <param name="score">The score.</param>
    /// <param name="onlyIf">When the write is done; always unless said.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="InvalidOperationException">The board has second scores, or a revision is given and it keeps none.</exception>
    public ScoreChange SetIfBetter(TKey id, long score, WriteIf onlyIf = default) => SetIfBetter(id, Single(score), onlyIf);

    /// <summary>
    /// Sets both of a member's scores if the pair is better than the one it has: a better score, or the same and a better second score. The pair
    /// is taken or left as a whole, so that two runs never mix. Adds the member if it is not on the board.
    /// </summary>
    /// <param name="id">The member.</param>
    /// <param name="score">The score.</param>
    /// <param name="second">The second score.</param>
    /// <param name="onlyIf">When the write is done; always unless said.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="InvalidOperationException">The board has no second scores, or a revision is given and it keeps none.</exception>
    public ScoreChange SetIfBetter(TKey id, long score, long second, WriteIf onlyIf = default) => SetIfBetter(id, Pair(score, second), onlyIf);

    /// <summary>Adds to a member's score, which counts from 0 if the member is not on the board. A second score stays.</summary>
    /// <param name="id">The member.</param>
    /// <param name="by">What is added; a negative number takes away, 0 adds an unknown member with the score 0.</param>
    /// <param name="onlyIf">When the write is done; always unless said.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="InvalidOperationException">A revision is given and the board keeps none.</exception>
    /// <exception cref="OverflowException">The sum is no 64-bit integer; the board is as before.</exception>
    public ScoreChange Increment(TKey id, long by = 1, WriteIf onlyIf = default)
    {
        var member = _roster.Find(id);
        if (!Admits(member, onlyIf, out var refusal))
            return refusal;

        var held = HeldBy(member);
        return Write(id, member, in held, held with { Score = Sum(id, held.Score, by) }, onlyIf);
    }

    /// <summary>Adds to both of a member's scores, which count from 0 if the member is not on the board.</summary>
    /// <param name="id">The member.</param>
    /// <param name="by">What is added to the score; a negative number takes away.</param>
    /// <param name="secondBy">What is added to the second score; a negative number takes away.</param>
    /// <param name="onlyIf">When the write is done; always unless said.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="InvalidOperationException">The board has no second scores, or a revision is given and it keeps none.</exception>
    /// <exception cref="OverflowException">One of the sums is no 64-bit integer; the board is as before.</exception>
    public ScoreChange Increment(TKey id, long by, long secondBy, WriteIf onlyIf = default)
    {
        _ = Pair(by, secondBy);
        var member = _roster.Find(id);
        if (!Admits(member, onlyIf, out var refusal))
            return refusal;

        var held = HeldBy(member);
        return Write(id, member, in held, held with { Score = Sum(id, held.Score, by), Second = Sum(id, held.Second, secondBy) }, onlyIf);
    }

    /// <summary>Takes away from a member's score, which counts from 0 if the member is not on the board. A second score stays.</summary>
    /// <param name="id">The member.</param>
    /// <param name="by">What is taken away.</param>
    /// <param name="floor">How low this may bring the score; a score already lower stays as it is. No floor if null.</param>
    /// <param name="onlyIf">When the write is done; always unless said.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="by"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">A revision is given and the board keeps none.</exception>
    /// <exception cref="OverflowException">The difference is no 64-bit integer; the board is as before.</exception>
    public ScoreChange Decrement(TKey id, long by = 1, long? floor = null, WriteIf onlyIf = default)
    {
        Guard.Against.Negative(by);
        var member = _roster.Find(id);
        if (!Admits(member, onlyIf, out var refusal))
            return refusal;

        var held = HeldBy(member);
        var after = (Int128)held.Score - by;
        if (floor is { } lowest && after < lowest)
            after = Math.Min(held.Score, lowest);
        return Write(id, member, in held, held with { Score = Exactly(after, id, held.Score) }, onlyIf);
    }

    private static long Sum(TKey id, long before, long by) => Exactly((Int128)before + by, id, before);

    private static long Exactly(Int128 score, TKey id, long before) =>
        score >= long.MinValue && score <= long.MaxValue
            ? (long)score
            : throw new OverflowException($"The score of {id} would go from {before} to {score}, beyond a 64-bit integer.");

    private Aside Single(long score) => !Options.HasSecondScores
        ? new Aside(score, 0, IsHidden: false)
        : throw new InvalidOperationException("The board has second scores, and a score without its second would mix two of them: pass both.");

    private Aside Pair(long score, long second) => Options.HasSecondScores
        ? new Aside(score, second, IsHidden: false)
        : throw new InvalidOperationException($"The board has no second scores: its ties are {Options.Ties}, not {TieOrder.BySecondScore}.");

    private ScoreChange Set(TKey id, in Aside to, WriteIf onlyIf)
    {
        var member = _roster.Find(id);
        return Admits(member, onlyIf, out var refusal) ? Write(id, member, HeldBy(member), in to, onlyIf) : refusal;
    }

    private ScoreChange SetIfBetter(TKey id, in Aside to, WriteIf onlyIf)
    {
        var member = _roster.Find(id);
        if (!Admits(member, onlyIf, out var refusal))
            return refusal;

        var held = HeldBy(member);
        var isBetter = member == Roster<TKey>.Unknown || PairOf(in to).IsBefore(PairOf(in held));
        return Write(id, member, in held, isBetter ? to : held, onlyIf);
    }

    private Tie PairOf(in Aside scores) => new(KeyOf(scores.Score), SecondKeyOf(scores.Second));

    private bool Admits(int member, WriteIf onlyIf, out ScoreChange refusal)
    {
        refusal = default;
        if (onlyIf.IsAlways)
            return true;

        var isOnBoard = member != Roster<TKey>.Unknown;
        if (onlyIf.Revision is not null && _revisions is null)
            throw new InvalidOperationException($"A revision is given, but the board keeps none: set {nameof(LeaderboardOptions.KeepsRevisions)}.");

        var isWanted = onlyIf.OnBoard is null || onlyIf.OnBoard == isOnBoard;
        if (isWanted && (onlyIf.Revision is not { } revision || !isOnBoard || revision > _revisions![member]))
            return true;

        long? kept = isOnBoard ? HeldBy(member).Score : null;
        refusal = new ScoreChange(isWanted ? WriteOutcome.Stale : WriteOutcome.Skipped, kept, kept);
        return false;
    }

    private ScoreChange Write(TKey id, int member, in Aside held, in Aside to, WriteIf onlyIf)
    {
        if (member == Roster<TKey>.Unknown)
        {
            _version++;
            Enter(id, in to, onlyIf.Revision ?? long.MinValue);
            return new ScoreChange(WriteOutcome.Added, null, to.Score);
        }

        if (onlyIf.Revision is { } revision)
            _revisions![member] = revision;

        if (to.Score == held.Score && to.Second == held.Second)
            return new ScoreChange(WriteOutcome.Unchanged, held.Score, held.Score);

        _version++;
        Reseat(member, to with { IsHidden = held.IsHidden });
        return new ScoreChange(WriteOutcome.Changed, held.Score, to.Score);
    }

    private void Enter(TKey id, in Aside scores, long revision)
    {
        EnsureRoom();
        var member = _roster.Enter(id);
        if (_revisions is not null)
            _revisions[member] = revision;
        Seat(member, in scores);
    }

    private void Reseat(int member, in Aside scores)
    {
        if (_seconds is null && IsRanked(in scores) && !IsAside(member))
        {
            _order.Move(member, KeyOf(scores.Score));
            return;
        }

        EnsureRoom();
        Unseat(member);
        Seat(member, in scores);
    }

    private bool IsRanked(in Aside scores) => !scores.IsHidden && !(Options.LeavesZeroUnranked && scores.Score == 0);

    private void Seat(int member, in Aside scores)
    {
        if (!IsRanked(in scores))
            SetAside(member, in scores);
        else if (_seconds is null)
            _order.Add(member, KeyOf(scores.Score));
        else
            _seconds.Add(member, PairOf(in scores));
    }

    private void SetAside(int member, in Aside scores)
    {
        _aside.Add(member, scores);
        _lowestAside = Math.Min(_lowestAside, scores.Score);
        _highestAside = Math.Max(_highestAside, scores.Score);
    }

    private void Unseat(int member)
    {
        if (_aside.Remove(member))
            return;
        if (_seconds is null)
            _order.Remove(member);
        else
            _seconds.Remove(member);
    }
}
