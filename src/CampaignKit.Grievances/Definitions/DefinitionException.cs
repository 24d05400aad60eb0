namespace CampaignKit.Grievances;

/// <summary>A definition was refused; the message lists everything that is wrong with it.</summary>
public sealed class DefinitionException : FormatException
{
    internal DefinitionException(string what, IReadOnlyList<DefinitionFlaw> flaws)
        : base($"{what} is not usable:{string.Concat(flaws.Select(f => $"{Environment.NewLine}  {f}"))}") => Flaws = flaws;

    /// <summary>Everything that is wrong, in the order of the text.</summary>
    public IReadOnlyList<DefinitionFlaw> Flaws { get; }
}
