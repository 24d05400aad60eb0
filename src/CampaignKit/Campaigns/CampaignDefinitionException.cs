namespace CampaignKit;

/// <summary>A definition is not valid; <see cref="Problems"/> lists everything that is wrong with it, not only the first thing.</summary>
public sealed class CampaignDefinitionException : Exception
{
    /// <summary>An exception for a definition with these problems.</summary>
    /// <param name="source">What was read: a file name, or the campaign's id.</param>
    /// <param name="problems">All problems found; at least one.</param>
    public CampaignDefinitionException(string source, IReadOnlyList<DefinitionProblem> problems)
        : base(Describe(source, problems)) => Problems = problems;

    /// <summary>Everything that is wrong, first what could not be read, then what breaks a rule, each in the order of the definition.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }

    private static string Describe(string source, IReadOnlyList<DefinitionProblem> problems) =>
        $"{source} is not a valid campaign ({problems.Count} {(problems.Count == 1 ? "problem" : "problems")}):\n  {string.Join("\n  ", problems)}";
}
