using NodaTime;

namespace CampaignKit;

/// <summary>Decides which messages are approved.</summary>
internal static class MessageRules
{
    public static Step<Answer> Approve(ParticipantState who, CheckInId id, string by, Instant now) => who.Find(id.Serial) switch
    {
        null => Steps.Refuse(new UnknownCheckIn(id)),
        { IsMessage: false } other => Steps.Refuse(new NotAMessage(id, other.Task)),
        { IsVoided: true } => Steps.Refuse(new CheckInIsVoided(id)),
        { IsApproved: true } => Steps.Repeat(who),
        _ => Steps.Write(new MessageApproved(id.Serial, id.Number, by, now), $"approve\n{id.Serial}"),
    };
}
