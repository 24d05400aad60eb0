namespace CampaignKit;

/// <summary>Nobody with this id is enrolled.</summary>
/// <param name="Participant">The id.</param>
public sealed record NotEnrolled(ParticipantId Participant) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Participant} is not enrolled.";
}
