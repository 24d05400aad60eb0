namespace CampaignKit.Leaderboards.Tests;

/// <summary>One write, on a board and on its model; each tells what it answered. Second scores and revisions count on the boards that keep them.</summary>
public abstract record Operation
{
    internal abstract object ApplyTo(Leaderboard<string> board);

    internal abstract object ApplyTo(SortedListModel model);

    private static bool HasSeconds(Leaderboard<string> board) => board.Options.Ties == TieOrder.BySecondScore;

    private static object OrOverflow(Func<ScoreChange> write)
    {
        try
        {
            return write();
        }
        catch (OverflowException)
        {
            return nameof(OverflowException);
        }
    }

    public sealed record SetScore(string Id, long Score, long Second, Condition Condition) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) =>
            HasSeconds(board) ? board.Set(Id, Score, Second, Condition.For(board)) : board.Set(Id, Score, Condition.For(board));

        internal override object ApplyTo(SortedListModel model) => model.Set(Id, Score, Second, Condition);
    }

    public sealed record SetIfBetter(string Id, long Score, long Second, Condition Condition) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) =>
            HasSeconds(board) ? board.SetIfBetter(Id, Score, Second, Condition.For(board)) : board.SetIfBetter(Id, Score, Condition.For(board));

        internal override object ApplyTo(SortedListModel model) => model.SetIfBetter(Id, Score, Second, Condition);
    }

    public sealed record Increment(string Id, long By, Condition Condition) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => OrOverflow(() => board.Increment(Id, By, Condition.For(board)));

        internal override object ApplyTo(SortedListModel model) => OrOverflow(() => model.Increment(Id, By, 0, Condition));
    }

    public sealed record IncrementBoth(string Id, long By, long SecondBy, Condition Condition) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => OrOverflow(() =>
            HasSeconds(board) ? board.Increment(Id, By, SecondBy, Condition.For(board)) : board.Increment(Id, By, Condition.For(board)));

        internal override object ApplyTo(SortedListModel model) =>
            OrOverflow(() => model.Increment(Id, By, model.Options.Ties == TieOrder.BySecondScore ? SecondBy : 0, Condition));
    }

    public sealed record Decrement(string Id, long By, long? Floor, Condition Condition) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => OrOverflow(() => board.Decrement(Id, By, Floor, Condition.For(board)));

        internal override object ApplyTo(SortedListModel model) => OrOverflow(() => model.Decrement(Id, By, Floor, Condition));
    }

    public sealed record Remove(string Id) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => board.Remove(Id);

        internal override object ApplyTo(SortedListModel model) => model.Remove(Id);
    }

    public sealed record Hide(string Id) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => board.Hide(Id);

        internal override object ApplyTo(SortedListModel model) => model.SetHidden(Id, isHidden: true);
    }

    public sealed record Show(string Id) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => board.Show(Id);

        internal override object ApplyTo(SortedListModel model) => model.SetHidden(Id, isHidden: false);
    }

    public sealed record KeepTop(int N) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => board.KeepTop(N);

        internal override object ApplyTo(SortedListModel model) => model.KeepTop(N);
    }

    public sealed record Clear : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board)
        {
            board.Clear();
            return board.Count;
        }

        internal override object ApplyTo(SortedListModel model)
        {
            model.Clear();
            return model.Count;
        }
    }

    public sealed record Load((string Id, long Score, long Second)[] Members) : Operation
    {
        private IEnumerable<(string Id, long Score, long Second)> Once => Members.DistinctBy(member => member.Id);

        internal override object ApplyTo(Leaderboard<string> board)
        {
            if (HasSeconds(board))
                board.Load(Once);
            else
                board.Load(Once.Select(member => (member.Id, member.Score)));
            return board.Count;
        }

        internal override object ApplyTo(SortedListModel model)
        {
            model.Load(Once);
            return model.Count;
        }
    }

    /// <summary>A snapshot to a stream and back, of which nothing may be noticed afterwards.</summary>
    public sealed record SaveAndRestore : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board)
        {
            using var stream = new MemoryStream();
            board.Save(stream, SnapshotKeys.Texts);
            stream.Position = 0;
            board.Clear();
            board.Restore(stream, SnapshotKeys.Texts);
            return board.Count;
        }

        internal override object ApplyTo(SortedListModel model) => model.Count;
    }
}
