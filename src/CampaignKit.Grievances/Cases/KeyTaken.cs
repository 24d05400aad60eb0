namespace CampaignKit.Grievances;

/// <summary>The key of the command was used before, for another command of the case.</summary>
/// <param name="Key">The key.</param>
/// <param name="First">The command that it was used for.</param>
public sealed record KeyTaken(string Key, CaseCommand First) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The key {Key} belongs to another command, the step '{First.Action}' of {First.At}.";
}
