namespace CampaignKit;

/// <summary>Finds the parts of a definition by id; the error for an unknown id names those that there are.</summary>
internal static class CampaignLookup
{
    public static Unit UnitOf(this Campaign campaign, string unit) => Find(campaign, "unit", campaign.Units, unit, nameof(unit));

    public static Goal GoalOf(this Campaign campaign, string goal) => Find(campaign, "goal", campaign.Goals, goal, nameof(goal));

    public static DrawDefinition DrawOf(this Campaign campaign, string draw) => Find(campaign, "draw", campaign.Draws, draw, nameof(draw));

    public static Enrolment Checked(this Campaign campaign, Enrolment enrolment)
    {
        Guard.Against.Null(enrolment);
        if (enrolment.Participant == default)
            throw new ArgumentException("An enrolment names somebody; here is default(ParticipantId).", nameof(enrolment));
        return enrolment.Team is not { } team || campaign.Teams.Contains(team, StringComparer.Ordinal)
            ? enrolment
            : throw Unknown(campaign, "team", campaign.Teams, team, nameof(team));
    }

    private static T Find<T>(Campaign campaign, string kind, IReadOnlyDictionary<string, T> parts, string id, string parameterName) =>
        parts.TryGetValue(Guard.Against.Null(id, parameterName), out var part) ? part : throw Unknown(campaign, kind, parts.Keys, id, parameterName);

    private static ArgumentException Unknown(Campaign campaign, string kind, IEnumerable<string> known, string id, string parameterName) =>
        new($"The campaign {campaign.Id} has no {kind} {id}; it has {(known.Any() ? string.Join(", ", known.Order(StringComparer.Ordinal)) : "none")}.", parameterName);
}
