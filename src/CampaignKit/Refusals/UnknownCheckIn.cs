namespace CampaignKit;

/// <summary>There is no such check-in.</summary>
/// <param name="CheckIn">The id that was given.</param>
public sealed record UnknownCheckIn(CheckInId CheckIn) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"There is no check-in {CheckIn}.";
}
