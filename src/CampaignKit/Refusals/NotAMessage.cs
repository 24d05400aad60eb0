namespace CampaignKit;

/// <summary>Only messages are approved.</summary>
/// <param name="CheckIn">The id of the check-in.</param>
/// <param name="Task">The id of its task.</param>
public sealed record NotAMessage(CheckInId CheckIn, string Task) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{CheckIn} is a check-in for {Task}, not a message.";
}
