namespace CampaignKit.Draws;

/// <summary>A pool given, or the exclusions, are not those that the manifest locked.</summary>
public sealed class PoolMismatchException : Exception
{
    internal PoolMismatchException(IReadOnlyList<Difference> differences)
        : base(string.Join('\n', differences)) => Differences = differences;

    /// <summary>What differs: the exclusions, then pools in the order of the rules.</summary>
    public IReadOnlyList<Difference> Differences { get; }
}
