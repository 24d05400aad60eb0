using NodaTime;

namespace CampaignKit;

/// <summary>Decides what becomes of a check-in that is to be voided.</summary>
internal static class VoidRules
{
    public static Step<Answer> Void(ParticipantState who, CheckInId id, string reason, string by, Instant now, TeamTask? shared)
    {
        if (who.Find(id.Serial) is not { } record)
            return Steps.Refuse(new UnknownCheckIn(id));
        if (record.IsVoided)
            return Steps.Repeat(who);

        var fact = new CheckInVoided(id.Serial, id.Number, record.Task, record.Day, record.RecordedAt, record.Team, record.Awards, reason, by, now);
        var cause = $"void\n{id.Serial}";
        return shared?.HeldBy(who.Id, id.Serial) == true
            ? Steps.Write(fact, cause, shared.Append(new TeamTaskReopened(who.Id.Value, id.Serial)))
            : Steps.Write(fact, cause);
    }
}
