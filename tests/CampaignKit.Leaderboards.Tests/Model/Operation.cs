namespace CampaignKit.Leaderboards.Tests;

/// <summary>One write, on a board and on its model; each tells what it answered.</summary>
public abstract record Operation
{
    internal abstract object ApplyTo(Leaderboard<string> board);

    internal abstract object ApplyTo(SortedListModel model);

    public sealed record SetScore(string Id, long Score) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => board.Set(Id, Score);

        internal override object ApplyTo(SortedListModel model) => model.Set(Id, Score);
    }

    public sealed record SetIfBetter(string Id, long Score) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => board.SetIfBetter(Id, Score);

        internal override object ApplyTo(SortedListModel model) => model.SetIfBetter(Id, Score);
    }

    public sealed record Increment(string Id, long By) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => OrOverflow(() => board.Increment(Id, By));

        internal override object ApplyTo(SortedListModel model) => OrOverflow(() => model.Increment(Id, By));
    }

    public sealed record Decrement(string Id, long By, long? Floor) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => OrOverflow(() => board.Decrement(Id, By, Floor));

        internal override object ApplyTo(SortedListModel model) => OrOverflow(() => model.Decrement(Id, By, Floor));
    }

    public sealed record Remove(string Id) : Operation
    {
        internal override object ApplyTo(Leaderboard<string> board) => board.Remove(Id);

        internal override object ApplyTo(SortedListModel model) => model.Remove(Id);
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
}
