namespace CampaignKit.Grievances;

/// <summary>The case cannot be escalated to that level.</summary>
/// <param name="Level">The level asked for.</param>
/// <param name="Current">The level of the case.</param>
/// <param name="Highest">The highest level there is.</param>
public sealed record LevelNotAllowed(int Level, int Current, int Highest) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message => Current < Highest
        ? $"A case of level {Current} can be escalated to a level from {Current + 1} to {Highest}, not to {Level}."
        : $"The case is at the highest level, {Highest}.";
}
