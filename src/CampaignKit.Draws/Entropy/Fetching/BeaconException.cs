namespace CampaignKit.Draws;

/// <summary>No address of a beacon gave a sound answer; all of them were tried.</summary>
public sealed class BeaconException : Exception
{
    /// <summary>An error of the answers given.</summary>
    /// <param name="problems">What was wrong with each, in the order of the addresses.</param>
    /// <param name="innerException">What caused it, if one thing did.</param>
    public BeaconException(IReadOnlyList<BeaconProblem> problems, Exception? innerException = null)
        : base(string.Join('\n', Guard.Against.Null(problems)), innerException) => Problems = problems;

    /// <summary>What was wrong with each answer, in the order of the addresses.</summary>
    public IReadOnlyList<BeaconProblem> Problems { get; }
}
