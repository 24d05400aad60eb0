using NodaTime;

namespace CampaignKit.Quickstart.Simulation;

/// <summary>
/// The teams' visits to the landmarks, one after another: each team earns its pieces over the weeks, with a failed quiz and a second
/// team member who comes too late. The last piece falls on the last evening.
/// </summary>
internal static class Puzzle
{
    public static IReadOnlyList<Arrival> Visits(Campaign campaign, Crowd crowd, LocalDate first, int days)
    {
        var slots = campaign.Units["piece"].Slots;
        var pieces = slots.Count * campaign.Teams.Count;
        var visits = new List<Arrival>();
        for (var piece = 0; piece < pieces; piece++)
        {
            var task = slots[piece / campaign.Teams.Count];
            var team = campaign.Teams[piece % campaign.Teams.Count];
            var members = Enumerable.Range(0, crowd.People.Count).Where(p => crowd.People[p].Team == team).Take(2).ToList();
            if (members.Count == 0)
                continue;

            var day = first.PlusDays((piece * (days - 1)) / (pieces - 1));
            var at = campaign.Calendar.StartOf(day) + Duration.FromHours(14) + Duration.FromMinutes(10 * (piece % campaign.Teams.Count));
            var site = campaign.Sites[piece % campaign.Sites.Count];
            if (task == "quiz")
                visits.Add(new Arrival(at - Duration.FromMinutes(5), members[0], Request(task, "first try", at - Duration.FromMinutes(5), site, 40)));
            visits.Add(new Arrival(at, members[0], Request(task, "done", at, site, 80)));
            if (members.Count > 1)
                visits.Add(new Arrival(at + Duration.FromMinutes(5), members[1], Request(task, "too", at + Duration.FromMinutes(5), site, 90)));
        }

        return visits;
    }

    private static CheckInRequest Request(string task, string what, Instant at, string site, int score) =>
        new(task, $"{task} {what}") { OccurredAt = at, Site = site, QuizScore = task == "quiz" ? score : null, ApprovedBy = task == "quiz" ? null : "desk" };
}
