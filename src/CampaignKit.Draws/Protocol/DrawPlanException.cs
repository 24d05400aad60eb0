namespace CampaignKit.Draws;

/// <summary>A plan in a file, or a file that it names, is wrong.</summary>
public sealed class DrawPlanException : FormatException
{
    internal DrawPlanException(IReadOnlyList<DrawPlanProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>
    /// The problems found, in the order of the plan: of a file of pool, holders, strata or exclusions up to
    /// <see cref="PoolFormatException.MaxProblems"/>, of each rule of the plan else the first.
    /// </summary>
    public IReadOnlyList<DrawPlanProblem> Problems { get; }
}
