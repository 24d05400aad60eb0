using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The time in which the step could be taken is over.</summary>
/// <param name="Action">The step asked for.</param>
/// <param name="Until">The last instant at which it could be taken.</param>
public sealed record WindowClosed(string Action, Instant Until) : CaseRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The step '{Action}' could be taken until {Until}.";
}
