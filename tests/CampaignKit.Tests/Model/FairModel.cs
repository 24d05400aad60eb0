using NodaTime;

namespace CampaignKit.Tests.Model;

/// <summary>
/// The plain twin of a running campaign: lists that are searched from one end to the other for every answer, with the rules of
/// <see cref="Fair"/> written out by hand and days counted by arithmetic.
/// </summary>
internal sealed class FairModel
{
    private static readonly Offset Shanghai = Offset.FromHours(8);

    private readonly List<Person> _people = [];
    private readonly List<Record> _records = [];
    private readonly List<Change> _changes = [];
    private readonly List<SentCheckIn> _sent = [];
    private readonly Dictionary<string, (int Turns, Instant? MetAt)> _goals = new() { ["flag"] = default, ["puzzle"] = default };

    public Instant Now { get; set; } = ChangningHost.At("2021-03-25T10:00");

    /// <summary>How many events the record has.</summary>
    public long Head { get; private set; }

    public CampaignCounts Counts => new(_people.Count, _records.Count, _records.Count(r => r.Task == "letter"), _records.Count(r => r.IsVoided));

    public IReadOnlyList<int> People => [.. _people.Select(p => p.Who)];

    public IEnumerable<LocalDate> Mondays => _records.Select(r => MondayOf(r.Day)).Distinct();

    /// <summary>The answer as text: what kind it is, and what it tells.</summary>
    public string Answer(Command command) => command switch
    {
        Command.Enrol c => Enrol(c.Who, c.Team),
        Command.Join c => Join(c.Who, c.Team),
        Command.CheckIn c => CheckIn(Sent(c)),
        Command.SendAgain c => c.Back <= _sent.Count ? CheckIn(_sent[^c.Back]) : "nothing",
        Command.Void c => Void(c.Number, c.Serial),
        Command.Approve c => Approve(c.Number, c.Serial),
        Command.ClockMoves c => Move(c.Hours),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>The request that a command stands for, as the runtime is to be asked.</summary>
    public SentCheckIn? RequestOf(Command command) => command switch
    {
        Command.CheckIn c => new SentCheckIn(c.Who, c.Task, c.Key, c.Ago is { } ago ? Now - Duration.FromHours(ago) : null, c.Site),
        Command.SendAgain c when c.Back <= _sent.Count => _sent[^c.Back],
        _ => null,
    };

    public (long Total, long Red, long Blue) Tally(string unit, LocalDate? monday)
    {
        var counted = _changes.Where(c => c.Unit == unit && (monday is null || MondayOf(c.Day) == monday)).ToList();
        return unit == "piece"
            ? (Filled("red").Count + Filled("blue").Count, Filled("red").Count, Filled("blue").Count)
            : (counted.Sum(c => c.By), counted.Where(c => c.Team == "red").Sum(c => c.By), counted.Where(c => c.Team == "blue").Sum(c => c.By));
    }

    public List<string> Filled(string team) =>
        [.. new[] { "song", "drum" }.Where(slot => _changes.Where(c => c.Team == team && c.Slot == slot).Sum(c => c.By) > 0)];

    /// <summary>Most first; within a score whose last change came first.</summary>
    public List<(int Rank, long Score, string Id)> Board(string unit, LocalDate? monday)
    {
        var scores = new List<(int Who, long Score, int Last)>();
        foreach (var person in _people)
        {
            var own = _changes.Index().Where(c => c.Item.Unit == unit && c.Item.Who == person.Who && (monday is null || MondayOf(c.Item.Day) == monday)).ToList();
            if (own.Sum(c => c.Item.By) > 0)
                scores.Add((person.Who, own.Sum(c => c.Item.By), own[^1].Index));
        }

        return [.. scores.OrderByDescending(s => s.Score).ThenBy(s => s.Last).Select(s => (1 + scores.Count(o => o.Score > s.Score), s.Score, $"p-{s.Who}"))];
    }

    public (long Value, Instant? MetAt) Goal(string goal) => (ValueOf(goal), _goals[goal].MetAt);

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(-((int)day.DayOfWeek - 1));

    private static Instant StartOf(LocalDate day) => day.At(new LocalTime(4, 0)).WithOffset(Shanghai).ToInstant();

    private static bool IsOfTeam(string task) => task is "song" or "drum";

    private string Move(int hours)
    {
        Now += Duration.FromHours(hours);
        return "moved";
    }

    private SentCheckIn Sent(Command.CheckIn command)
    {
        _sent.Add(RequestOf(command)!);
        return _sent[^1];
    }

    private string Enrol(int who, string? team)
    {
        var person = Find(who);
        if (person is null)
        {
            _people.Add(person = new Person(who, Now));
            if (team is not null)
                person.Teams.Add((team, Now));
            Head += team is null ? 2 : 3;
        }

        return $"number {_people.IndexOf(person) + 1}";
    }

    private string Join(int who, string team)
    {
        if (Find(who) is not { } person)
            return nameof(NotEnrolled);
        if (!Fair.Teams.Contains(team))
            return nameof(UnknownTeam);
        if (TeamAt(person, Now) == team)
            return "repeat";
        person.Teams.Add((team, Now));
        Head++;
        return "recorded";
    }

    private string CheckIn(SentCheckIn sent)
    {
        if (Find(sent.Who) is not { } person)
            return nameof(NotEnrolled);
        if (_records.Find(r => r.Sent.Who == sent.Who && r.Sent.Key == sent.Key) is { } first)
            return first.Sent == sent ? $"repeat {first.Id} {first.Day:uuuu-MM-dd}" : $"{nameof(KeyConflict)} {first.Id}";
        if (sent.Task == "dance")
            return nameof(UnknownTask);

        var at = sent.At ?? Now;
        if (at > Now + Duration.FromMinutes(1))
            return nameof(OccurredInFuture);
        var day = at.WithOffset(Shanghai).LocalDateTime.PlusHours(-4).Date;
        var (from, to) = sent.Task == "fete" ? (new LocalDate(2021, 3, 27), new LocalDate(2021, 3, 30)) : (new LocalDate(2021, 3, 25), new LocalDate(2021, 4, 7));
        if (day < from || day > to)
            return nameof(TaskClosed);
        if (day < person.Since.WithOffset(Shanghai).LocalDateTime.PlusHours(-4).Date)
            return nameof(BeforeEnrolment);
        if (sent.Site is not (null or "library"))
            return nameof(SiteNotAdmitted);
        var team = TeamAt(person, at);
        if (team is null && IsOfTeam(sent.Task))
            return nameof(TeamNeeded);
        if (Exceeded(sent, day, to, team) is { } exceeded)
            return exceeded;

        var serial = _records.Count(r => r.Sent.Who == sent.Who) + 1;
        var record = new Record(sent, new CheckInId(_people.IndexOf(person) + 1, serial), day, team);
        _records.Add(record);
        Head += IsOfTeam(sent.Task) ? 2 : 1;
        Post(record, +1);
        return $"accepted {record.Id} {day:uuuu-MM-dd}";
    }

    private string? Exceeded(SentCheckIn sent, LocalDate day, LocalDate to, string? team)
    {
        var done = _records.Where(r => !r.IsVoided && r.Task == sent.Task).ToList();
        var own = done.Where(r => r.Sent.Who == sent.Who).ToList();
        var opens = sent.Task switch
        {
            "stitch" when own.Any(r => r.Day == day) => day.PlusDays(1),
            "walk" when own.Count(r => MondayOf(r.Day) == MondayOf(day)) >= 2 => MondayOf(day).PlusDays(7),
            "fete" when own.Count > 0 => LocalDate.MaxIsoValue,
            "song" or "drum" when done.Any(r => r.Team == team) => LocalDate.MaxIsoValue,
            _ => (LocalDate?)null,
        };
        return opens is null ? null : opens <= to ? $"{nameof(CadenceExceeded)} {StartOf(opens.Value)}" : $"{nameof(CadenceExceeded)} ";
    }

    private string Void(int number, int serial)
    {
        if (_records.Find(r => r.Id == new CheckInId(number, serial)) is not { } record)
            return nameof(UnknownCheckIn);
        if (record.IsVoided)
            return "repeat";
        record.IsVoided = true;
        Head += IsOfTeam(record.Task) ? 2 : 1;
        Post(record, -1);
        return "recorded";
    }

    private string Approve(int number, int serial)
    {
        if (_records.Find(r => r.Id == new CheckInId(number, serial)) is not { } record)
            return nameof(UnknownCheckIn);
        if (record.Task != "letter")
            return nameof(NotAMessage);
        if (record.IsVoided)
            return nameof(CheckInIsVoided);
        if (record.IsApproved)
            return "repeat";
        record.IsApproved = true;
        Head++;
        return "recorded";
    }

    private void Post(Record record, int sign)
    {
        (string Unit, string? Slot, long By)[] pays = record.Task switch
        {
            "stitch" => [("stitch", null, 1)],
            "walk" => [("mile", null, 5), ("stitch", null, 1)],
            "fete" => [("stitch", null, 3)],
            "song" => [("piece", "song", 1)],
            "drum" => [("piece", "drum", 1), ("mile", null, 10)],
            _ => [],
        };
        _changes.AddRange(pays.Select(p => new Change(IsOfTeam(record.Task) ? null : record.Sent.Who, p.Unit, p.Slot, record.Team, record.Day, sign * p.By)));
        foreach (var (goal, reaches, latched) in new[] { ("flag", 3, false), ("puzzle", 2, true) })
        {
            var (turns, metAt) = _goals[goal];
            if (metAt is null && ValueOf(goal) >= reaches)
                _goals[goal] = (turns + 1, Now);
            else if (metAt is not null && !latched && ValueOf(goal) < reaches)
                _goals[goal] = (turns + 1, null);
            Head += _goals[goal].Turns - turns;
        }
    }

    private long ValueOf(string goal) => Tally(goal == "flag" ? "stitch" : "piece", null).Total;

    private Person? Find(int who) => _people.Find(p => p.Who == who);

    private static string? TeamAt(Person person, Instant at) => person.Teams.Where(t => t.Since <= at).Select(t => t.Team).LastOrDefault();

    private sealed record Person(int Who, Instant Since)
    {
        public List<(string Team, Instant Since)> Teams { get; } = [];
    }

    private sealed record Record(SentCheckIn Sent, CheckInId Id, LocalDate Day, string? Team)
    {
        public string Task => Sent.Task;

        public bool IsVoided { get; set; }

        public bool IsApproved { get; set; }
    }

    private sealed record Change(int? Who, string Unit, string? Slot, string? Team, LocalDate Day, long By);
}
