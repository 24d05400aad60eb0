namespace CampaignKit.Grievances;

/// <summary>A definition was refused; the message lists everything that is wrong with it.</summary>
public sealed class DefinitionException : FormatException
{
    internal DefinitionException(string what, IReadOnlyList<DefinitionProblem> problems)
        : base($"{what} is not usable:{string.Concat(problems.Select(p => $"{Environment.NewLine}  {p}"))}") => Problems = problems;

    /// <summary>Everything that is wrong, in the order of the text.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; }
}
