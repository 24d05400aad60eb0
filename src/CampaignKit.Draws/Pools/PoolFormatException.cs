namespace CampaignKit.Draws;

/// <summary>The entries given do not make a pool: an id twice, an empty line, a control character, a bad weight, a holder or stratum missing.</summary>
public sealed class PoolFormatException : FormatException
{
    /// <summary>How many problems are kept; further ones are only counted.</summary>
    public const int MaxProblems = 20;

    /// <summary>An error with the problems found, in order of position.</summary>
    public PoolFormatException(IReadOnlyList<PoolProblem> problems)
        : base(Describe(Guard.Against.Null(problems)))
    {
        Problems = [.. problems.Take(MaxProblems)];
        ProblemCount = problems.Count;
    }

    /// <summary>The problems in order of position, at most <see cref="MaxProblems"/>.</summary>
    public IReadOnlyList<PoolProblem> Problems { get; }

    /// <summary>How many problems there are in all.</summary>
    public int ProblemCount { get; }

    private static string Describe(IReadOnlyList<PoolProblem> problems)
    {
        var shown = string.Join('\n', problems.Take(MaxProblems));
        return problems.Count > MaxProblems ? $"{shown}\nand {problems.Count - MaxProblems} more" : shown;
    }
}
