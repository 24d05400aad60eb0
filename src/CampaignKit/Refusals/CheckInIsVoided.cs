namespace CampaignKit;

/// <summary>The check-in was voided, which cannot be taken back.</summary>
/// <param name="CheckIn">The id of the check-in.</param>
public sealed record CheckInIsVoided(CheckInId CheckIn) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{CheckIn} was voided.";
}
