namespace CampaignKit.Draws;

/// <summary>A folder does not hold a locked draw: a file is missing, cannot be read, or is not what was locked.</summary>
public sealed class DrawFolderException : FormatException
{
    internal DrawFolderException(IReadOnlyList<DrawFolderProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>The problems found: of the manifest, the exclusions, then the files of each rule; of a list up to <see cref="PoolFormatException.MaxProblems"/>.</summary>
    public IReadOnlyList<DrawFolderProblem> Problems { get; }
}
