namespace CampaignKit.Draws;

/// <summary>A pool given is not the one that the manifest locked.</summary>
public sealed class PoolMismatchException : Exception
{
    internal PoolMismatchException(IReadOnlyList<Difference> differences)
        : base(string.Join('\n', differences)) => Differences = differences;

    /// <summary>The pools that differ, in the order of the rules.</summary>
    public IReadOnlyList<Difference> Differences { get; }
}
