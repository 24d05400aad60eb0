namespace CampaignKit;

/// <summary>Someone enrolled in a campaign.</summary>
/// <param name="Id">The host's key of the person.</param>
/// <param name="Number">The participant number: assigned once, in the order of enrolment, from 1.</param>
/// <param name="NumberText">The number as people see it, padded with zeros, such as <c>00007</c>.</param>
public sealed record Participant(ParticipantId Id, int Number, string NumberText)
{
    /// <summary>The host's key of the person, so that a participant can stand wherever an id is asked for.</summary>
    /// <param name="participant">The participant.</param>
    public static implicit operator ParticipantId(Participant participant) => Guard.Against.Null(participant).Id;

    /// <summary>The host's key of the person.</summary>
    public ParticipantId ToParticipantId() => Id;

    /// <summary>The number and the id.</summary>
    public override string ToString() => $"{NumberText} ({Id})";
}
