namespace CampaignKit;

/// <summary>The campaign has no such team.</summary>
/// <param name="Team">The id that was given.</param>
public sealed record UnknownTeam(string Team) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The campaign has no team {Team}.";
}
