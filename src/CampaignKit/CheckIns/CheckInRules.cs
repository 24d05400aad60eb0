using System.Globalization;
using NodaTime;

namespace CampaignKit;

/// <summary>Decides check-ins: state and request in, facts or a refusal out. Pure; the clock's reading is passed in.</summary>
internal static class CheckInRules
{
    public static CheckInDecision Decide(
        Campaign campaign, ParticipantState who, CheckInRequest request, Instant now, Duration tolerance, bool doneByTeam)
    {
        if (!who.IsEnrolled)
            return Refuse(new NotEnrolled(who.Id));

        var digest = request.Digest();
        if (who.Keys.TryGetValue(request.Key, out var used))
        {
            var first = who.CheckIns[used.Serial - 1];
            return used.Digest == digest ? new CheckInDecision.Repeat(first) : Refuse(new KeyConflict(request.Key, first.Id));
        }

        if (!campaign.Tasks.TryGetValue(request.Task, out var task))
            return Refuse(new UnknownTask(request.Task));

        var at = request.OccurredAt ?? now;
        if (at > now + tolerance)
            return Refuse(new OccurredInFuture(at, now));

        var day = campaign.Calendar.DayOf(at);
        var (from, to) = (task.From ?? campaign.From, task.To ?? campaign.To);
        if (day < from || day > to)
            return Refuse(new TaskClosed(task.Id, day, from, to));
        if (day < campaign.Calendar.DayOf(who.EnrolledAt))
            return Refuse(new BeforeEnrolment(at, who.EnrolledAt));
        if (SiteProblem(campaign, task, request.Site) is { } site)
            return Refuse(site);

        var team = who.TeamAt(at);
        if (team is null && NeedsTeam(task))
            return Refuse(new TeamNeeded(task.Id));
        if (EvidenceProblem(task, request) is { } evidence)
            return Refuse(evidence);
        if (CadenceProblem(campaign, task, who, day, doneByTeam) is { } cadence)
            return Refuse(cadence);

        var fact = new CheckedIn(
            who.CheckIns.Count + 1, who.Number, request.Key, digest, task.Id, request.Site, at, now, day, campaign.Version, team,
            task.IsMessage, EvidenceShown(task, request), [.. task.Awards.Select(a => new Posting(a.Unit, a.Quantity, a.Slot, a.To))]);
        return new CheckInDecision.Accept(fact);
    }

    private static CheckInDecision.Refuse Refuse(Refusal why) => new(why);

    private static bool NeedsTeam(CampaignTask task) => task.Cadence.PerTeam || task.Awards.Any(a => a.To == AwardTo.Team);

    private static SiteNotAdmitted? SiteProblem(Campaign campaign, CampaignTask task, string? site)
    {
        var isAdmitted = site is null
            ? task.At is null
            : campaign.Sites.Contains(site, StringComparer.Ordinal) && (task.At is null || task.At.Admits(site));
        return isAdmitted ? null : new SiteNotAdmitted(task.Id, site);
    }

    private static Refusal? EvidenceProblem(CampaignTask task, CheckInRequest request) => task.Evidence switch
    {
        QuizRule when request.QuizScore is null => new EvidenceMissing(task.Id, "a quiz score"),
        QuizRule quiz when request.QuizScore < quiz.Pass || request.QuizScore > 100 => new EvidenceInsufficient(
            task.Id,
            string.Create(CultureInfo.InvariantCulture, $"a quiz score from {quiz.Pass} to 100"),
            string.Create(CultureInfo.InvariantCulture, $"{request.QuizScore}")),
        StaffApprovalRule when string.IsNullOrWhiteSpace(request.ApprovedBy) => new EvidenceMissing(task.Id, "a member of staff's approval"),
        _ => null,
    };

    private static string? EvidenceShown(CampaignTask task, CheckInRequest request) => task.Evidence switch
    {
        QuizRule => string.Create(CultureInfo.InvariantCulture, $"quiz {request.QuizScore}"),
        StaffApprovalRule => $"staff {request.ApprovedBy}",
        _ => null,
    };

    private static CadenceExceeded? CadenceProblem(
        Campaign campaign, CampaignTask task, ParticipantState who, LocalDate day, bool doneByTeam)
    {
        var cadence = task.Cadence;
        if (cadence.Times is not { } times)
            return null;
        if (cadence.PerTeam)
            return doneByTeam ? new CadenceExceeded(task.Id, cadence, null) : null;
        if (cadence.Every is not { } every)
            return who.TimesDone(task.Id) < times ? null : new CadenceExceeded(task.Id, cadence, null);

        var period = campaign.Calendar.PeriodOf(every, day);
        if (who.TimesDone(task.Id, period.Days) < times)
            return null;

        // The periods of a cadence are counted in whole days, also when one ends in the middle of a day.
        var next = campaign.Calendar.EndOf(period.LastDay);
        return new CadenceExceeded(task.Id, cadence, next < campaign.Calendar.EndOf(task.To ?? campaign.To) ? next : null);
    }
}
