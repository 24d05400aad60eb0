using NodaTime;

namespace CampaignKit;

/// <summary>Decides who is in which team.</summary>
internal static class TeamRules
{
    public static Step<Answer> Join(Campaign campaign, ParticipantState who, string team, Instant now)
    {
        if (!who.IsEnrolled)
            return Steps.Refuse(new NotEnrolled(who.Id));
        if (!campaign.Teams.Contains(team, StringComparer.Ordinal))
            return Steps.Refuse(new UnknownTeam(team));
        return who.TeamAt(now) == team
            ? Steps.Repeat(who)
            : Steps.Write(new TeamJoined(team, now), $"team\n{who.Version + 1}");
    }
}
