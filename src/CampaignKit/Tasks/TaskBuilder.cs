using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// Defines a task in code, within <see cref="CampaignBuilder.Task"/>. Unless said, a task can be done once by each participant, anywhere,
/// all through the campaign, with nothing to show for it. Of cadence, place, days and evidence the last word counts; awards are added.
/// </summary>
public sealed class TaskBuilder
{
    private readonly List<Award> _awards = [];
    private CampaignTask _task;

    internal TaskBuilder(string id) => _task = new CampaignTask(id);

    /// <summary>As often as one likes.</summary>
    public TaskBuilder AnyTime() => Every(Cadence.AnyTime);

    /// <summary>Once in the campaign by each participant.</summary>
    public TaskBuilder Once() => Every(Cadence.Once);

    /// <summary>Once on each campaign day by each participant.</summary>
    public TaskBuilder OncePerDay() => Every(Cadence.OncePerDay);

    /// <summary>Once in the campaign by each team.</summary>
    public TaskBuilder OncePerTeam() => Every(Cadence.OncePerTeam);

    /// <summary>At most so many times in each period by each participant.</summary>
    /// <exception cref="ArgumentException"><paramref name="times"/> is less than 1.</exception>
    public TaskBuilder TimesPer(int times, PeriodRule period) => Every(Cadence.TimesPer(times, period));

    /// <summary>As often as the cadence allows.</summary>
    public TaskBuilder Every(Cadence cadence) => With(_task with { Cadence = Guard.Against.Null(cadence) });

    /// <summary>At any site of the campaign.</summary>
    public TaskBuilder AtAnySite() => With(_task with { At = SiteRule.AnySite });

    /// <summary>At one of these sites.</summary>
    public TaskBuilder At(string site, params IEnumerable<string> others) =>
        With(_task with { At = new SiteRule([Guard.Against.Null(site), .. Guard.Against.NullItem(others)]) });

    /// <summary>From that day on.</summary>
    public TaskBuilder From(LocalDate day) => With(_task with { From = day });

    /// <summary>Until that day, inclusive.</summary>
    public TaskBuilder To(LocalDate day) => With(_task with { To = day });

    /// <summary>On these days, both included.</summary>
    public TaskBuilder Between(LocalDate from, LocalDate to) => From(from).To(to);

    /// <summary>A quiz must be passed.</summary>
    /// <param name="pass">The least score that passes, 0 to 100.</param>
    public TaskBuilder Quiz(int pass) => With(_task with { Evidence = new QuizRule(pass) });

    /// <summary>A member of staff must have seen it.</summary>
    public TaskBuilder StaffApproval() => With(_task with { Evidence = new StaffApprovalRule() });

    /// <summary>A check-in is a message of its author, which counts in draws once it is approved.</summary>
    public TaskBuilder Message() => With(_task with { IsMessage = true });

    /// <summary>Pays the participant a quantity of a sum.</summary>
    public TaskBuilder Awards(string unit, long quantity = 1) => Paying(unit, quantity, null, AwardTo.Participant);

    /// <summary>Gives the participant a slot of a set.</summary>
    public TaskBuilder AwardsSlot(string unit, string slot) => Paying(unit, 1, Guard.Against.Null(slot), AwardTo.Participant);

    /// <summary>Pays the participant's team a quantity of a sum.</summary>
    public TaskBuilder AwardsTeam(string unit, long quantity = 1) => Paying(unit, quantity, null, AwardTo.Team);

    /// <summary>Gives the participant's team a slot of a set.</summary>
    public TaskBuilder AwardsTeam(string unit, string slot) => Paying(unit, 1, Guard.Against.Null(slot), AwardTo.Team);

    internal CampaignTask Build() => _task with { Awards = [.. _awards] };

    private TaskBuilder Paying(string unit, long quantity, string? slot, AwardTo to)
    {
        _awards.Add(new Award(Guard.Against.Null(unit), quantity, slot, to));
        return this;
    }

    private TaskBuilder With(CampaignTask task)
    {
        _task = task;
        return this;
    }
}
