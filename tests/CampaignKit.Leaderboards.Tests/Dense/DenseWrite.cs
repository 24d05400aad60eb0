namespace CampaignKit.Leaderboards.Tests;

/// <summary>One write, on a board of numbers and on the model of a board of ids.</summary>
public readonly record struct DenseWrite(DenseWriteKind Kind, int Member, long Amount, long? Floor)
{
    internal object? ApplyTo(DenseLeaderboard board) => OrOverflow(Kind switch
    {
        DenseWriteKind.Set => self => board.Set(self.Member, self.Amount),
        DenseWriteKind.SetIfBetter => self => board.SetIfBetter(self.Member, self.Amount),
        DenseWriteKind.Increment => self => board.Increment(self.Member, self.Amount),
        DenseWriteKind.Decrement => self => board.Decrement(self.Member, self.Amount, self.Floor),
        _ => self => board.Remove(self.Member),
    });

    internal object? ApplyTo(SortedListModel model) => OrOverflow(Kind switch
    {
        DenseWriteKind.Set => self => model.Set(Id(self.Member), self.Amount, 0, default),
        DenseWriteKind.SetIfBetter => self => model.SetIfBetter(Id(self.Member), self.Amount, 0, default),
        DenseWriteKind.Increment => self => model.Increment(Id(self.Member), self.Amount, 0, default),
        DenseWriteKind.Decrement => self => model.Decrement(Id(self.Member), self.Amount, self.Floor, default),
        _ => self => model.Remove(Id(self.Member)),
    });

    /// <summary>Ids in whose order the numbers stand.</summary>
    internal static string Id(int member) => $"{member:D2}";

    private object? OrOverflow(Func<DenseWrite, object> write)
    {
        try
        {
            return write(this);
        }
        catch (OverflowException)
        {
            return nameof(OverflowException);
        }
    }
}
