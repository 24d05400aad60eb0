using NodaTime;

namespace CampaignKit;

/// <summary>
/// Defines a campaign in code: the same definition as in a file that <see cref="CampaignFile"/> reads, with the same checks.
/// </summary>
/// <remarks>
/// Zone, first and last day must be said; all else may be left out. Of what can be said only once, the last word counts; units, teams,
/// sites, tasks, goals and draws are added, in order. What is wrong with the definition is collected and thrown by <see cref="Build"/>;
/// the other methods throw only for null, and where they say so. Not for use from several threads at once.
/// </remarks>
public sealed class CampaignBuilder
{
    private readonly CampaignParts _parts;

    internal CampaignBuilder(string id, int version) => _parts = new CampaignParts { Id = Guard.Against.Null(id), Version = version };

    /// <summary>The time zone that decides which day it is.</summary>
    /// <param name="zone">An IANA id, such as <c>Asia/Shanghai</c>.</param>
    public CampaignBuilder In(string zone) => With(p => p.Zone = Guard.Against.Null(zone));

    /// <summary>The local time at which a campaign day starts, a whole minute; midnight unless said.</summary>
    public CampaignBuilder DayStartsAt(LocalTime time) => With(p => p.DayStart = time);

    /// <summary>The first day.</summary>
    public CampaignBuilder From(LocalDate day) => With(p => p.From = day);

    /// <summary>The first day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public CampaignBuilder From(int year, int month, int day) => From(new LocalDate(year, month, day));

    /// <summary>The last day, inclusive.</summary>
    public CampaignBuilder To(LocalDate day) => With(p => p.To = day);

    /// <summary>The last day, inclusive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public CampaignBuilder To(int year, int month, int day) => To(new LocalDate(year, month, day));

    /// <summary>How many digits a participant number is padded to, 1 to 9; <see cref="Campaign.DefaultNumberDigits"/> unless said.</summary>
    public CampaignBuilder NumberDigits(int digits) => With(p => p.NumberDigits = digits);

    /// <summary>Adds a unit that is a sum: it is awarded in quantities.</summary>
    public CampaignBuilder Unit(string id) => Unit(id, []);

    /// <summary>Adds a unit that is a set: its slots are awarded, each at most once to a party. Without slots it is a sum.</summary>
    public CampaignBuilder Unit(string id, IEnumerable<string> slots) =>
        With(p => p.Units.Add(new Unit(Guard.Against.Null(id), Guard.Against.NullItem(slots))));

    /// <summary>Adds a team.</summary>
    public CampaignBuilder Team(string id) => With(p => p.Teams.Add(Guard.Against.Null(id)));

    /// <summary>Adds teams.</summary>
    public CampaignBuilder Teams(params IEnumerable<string> ids) => With(p => p.Teams.AddRange(Guard.Against.NullItem(ids)));

    /// <summary>Adds a site at which tasks can be done.</summary>
    public CampaignBuilder Site(string id) => With(p => p.Sites.Add(Guard.Against.Null(id)));

    /// <summary>Adds sites at which tasks can be done.</summary>
    public CampaignBuilder Sites(params IEnumerable<string> ids) => With(p => p.Sites.AddRange(Guard.Against.NullItem(ids)));

    /// <summary>Adds a task.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="define">Says what it is: <c>t => t.OncePerDay().Awards("stitch")</c>.</param>
    public CampaignBuilder Task(string id, Action<TaskBuilder> define)
    {
        var task = new TaskBuilder(Guard.Against.Null(id));
        Guard.Against.Null(define)(task);
        return With(p => p.Tasks.Add(task.Build()));
    }

    /// <summary>Adds a goal.</summary>
    /// <param name="id">The goal's id.</param>
    /// <param name="define">Says what it is: <c>g => g.Distinct("piece").Reaches(24).Latched()</c>.</param>
    public CampaignBuilder Goal(string id, Action<GoalBuilder> define)
    {
        var goal = new GoalBuilder(Guard.Against.Null(id));
        Guard.Against.Null(define)(goal);
        return With(p => p.Goals.Add(goal.Build()));
    }

    /// <summary>Adds a draw that is held at the close of every period.</summary>
    /// <param name="id">The draw's id.</param>
    /// <param name="define">Says what it is: <c>d => d.Weekly().TopBy("rank", "stitch", 20, TiePolicy.Ticket)</c>.</param>
    public CampaignBuilder Draw(string id, Action<DrawBuilder> define)
    {
        var draw = new DrawBuilder(Guard.Against.Null(id));
        Guard.Against.Null(define)(draw);
        return With(p => p.Draws.Add(draw.Build()));
    }

    /// <summary>Checks the definition as a whole and yields it.</summary>
    /// <exception cref="CampaignDefinitionException">It is not valid; the exception lists all its problems, with their paths in the JSON form.</exception>
    public Campaign Build()
    {
        var problems = new DefinitionProblems();
        return Campaign.Of(_parts, problems) ?? throw new CampaignDefinitionException(_parts.Id, problems.Found);
    }

    private CampaignBuilder With(Action<CampaignParts> say)
    {
        say(_parts);
        return this;
    }
}
