using System.CommandLine;
using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary><c>campaignkit board</c>.</summary>
internal sealed class BoardCommand
{
    private const int DefaultTop = 20;
    private const int DefaultRadius = 5;
    private const int MostListed = 1_000_000;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly TextWriter? _screen;
    private readonly Option<string> _scores = new("--scores")
    {
        Description = "A CSV file in UTF-8 with a header that names the columns id and score, and at if equal scores are to stand by time; others are passed over.",
        Required = true,
        HelpName = "FILE",
    };

    private readonly Option<int> _top = NumberOption.Whole("--top", 1, MostListed);
    private readonly Option<int> _skip = NumberOption.Whole("--skip", 0, int.MaxValue);
    private readonly Option<string> _around = new("--around") { Description = "Lists this id and its neighbours in place of the first.", HelpName = "ID" };
    private readonly Option<int> _radius = NumberOption.Whole("--radius", 0, MostListed);
    private readonly WordOption<RankStyle?> _ranking = new(
        "--ranking",
        "How ranks are counted",
        "STYLE",
        ("competition", RankStyle.Competition),
        ("dense", RankStyle.Dense),
        ("ordinal", RankStyle.Ordinal),
        ("modified", RankStyle.ModifiedCompetition),
        ("fractional", null));

    private readonly Option<bool> _ascending = new("--ascending") { Description = "The lowest score is first; the highest unless said." };
    private readonly WordOption<RepeatedScores> _repeated = new(
        "--repeated",
        "What several rows of one id come to",
        "HOW",
        ("refuse", RepeatedScores.Refuse),
        ("sum", RepeatedScores.Sum),
        ("best", RepeatedScores.Best),
        ("latest", RepeatedScores.Latest));

    private readonly Option<string> _teams = new("--teams") { Description = "Ranks teams in place of members: a CSV file in UTF-8 with a header that names the columns id and team.", HelpName = "FILE" };
    private readonly WordOption<TeamAggregate> _aggregate = new(
        "--aggregate",
        "With --teams: what the scores of a team's members make, best3 being the mean of the three best",
        "HOW",
        ("sum", TeamAggregate.Sum),
        ("mean", TeamAggregate.Mean),
        ("best3", TeamAggregate.BestMean),
        ("median", TeamAggregate.Median));

    private readonly WordOption<bool> _ignoresUnteamed = new("--unteamed", "With --teams: what is done with the score of an id that has no team", "HOW", ("refuse", false), ("ignore", true));
    private readonly Option<bool> _json = new("--json") { Description = "Prints {\"entries\":[{\"rank\",\"id\",\"score\"}]}." };
    private readonly OptionChoice<Func<RankedBoard, IReadOnlyList<BoardEntry>>> _excerpt;
    private readonly OptionChoice<string> _teamFile;

    private BoardCommand(TextWriter output, TextWriter error, TextWriter? screen)
    {
        (_output, _error, _screen) = (output, error, screen);
        _excerpt = new OptionChoice<Func<RankedBoard, IReadOnlyList<BoardEntry>>>(
            "part of the board to list",
            required: false,
            new(_top, [], [], parsed => board => board.Page(parsed.GetValue(_skip), parsed.GetValue(_top), _ranking.Read(parsed))),
            new(_around, [], [_radius], parsed => board => Around(board, parsed)));
        _teamFile = new OptionChoice<string>("table of teams", required: false, new OptionWay<string>(_teams, [], [_aggregate.Option, _ignoresUnteamed.Option], parsed => parsed.GetRequiredValue(_teams)));
    }

    /// <summary>The command.</summary>
    /// <param name="output">Where the board goes.</param>
    /// <param name="error">Where it says that it was stopped.</param>
    /// <param name="screen">The terminal on which progress is shown; null if there is none.</param>
    public static Command Create(TextWriter output, TextWriter error, TextWriter? screen) => new BoardCommand(output, error, screen).Create();

    private Command Create()
    {
        (_top.HelpName, _top.Description) = ("N", FormattableString.Invariant($"Lists the first N, at most {MostListed:N0}; {DefaultTop} unless said."));
        (_skip.HelpName, _skip.Description) = ("N", "Passes over so many before them; 0 unless said.");
        (_radius.HelpName, _radius.Description, _radius.DefaultValueFactory) = ("N", "With --around: how many neighbours on either side.", _ => DefaultRadius);
        var command = new Command("board", "Ranks the scores of a CSV file, of members or of teams, and lists the first, or those around an id.") { _scores };
        _excerpt.AddTo(command);
        command.Options.Insert(command.Options.IndexOf(_top) + 1, _skip);
        command.Validators.Add(given =>
        {
            if (given.GetResult(_skip) is not null && given.GetResult(_around) is not null)
                given.AddError($"{_skip.Name} does not go with {_around.Name}.");
        });
        foreach (var option in new Option[] { _ranking.Option, _ascending, _repeated.Option })
            command.Options.Add(option);
        _teamFile.AddTo(command);
        command.Options.Add(_json);

        // Beside the thread that listens for Ctrl-C.
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed, stop), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            List(parsed, stop);
            return CommandLine.Success;
        }
        catch (OperationCanceledException)
        {
            _error.WriteLine("Stopped; nothing was printed.");
            return CommandLine.Stopped;
        }
    }

    private void List(ParseResult parsed, CancellationToken stop)
    {
        var excerpt = _excerpt.Read(parsed) ?? (board => board.Page(parsed.GetValue(_skip), DefaultTop, _ranking.Read(parsed)));
        IReadOnlyList<BoardEntry> entries;
        using (var progress = new BoardProgress(_screen, stop))
            entries = excerpt(Ranked(parsed, progress));
        if (parsed.GetValue(_json))
            _output.WriteJson(document => BoardReport.Write(document, entries));
        else
            BoardReport.Write(_output, entries);
    }

    private RankedBoard Ranked(ParseResult parsed, BoardProgress progress)
    {
        var order = parsed.GetValue(_ascending) ? ScoreOrder.Ascending : ScoreOrder.Descending;
        var table = new ScoreTable(_repeated.Read(parsed), order);
        ScoreFile.Read(_scores.Name, parsed.GetRequiredValue(_scores), table, progress);
        if (_teamFile.Read(parsed) is not { } teamFile)
            return MemberBoard.Of(table, order, progress);

        var teams = TeamFile.Read(_teams.Name, teamFile, table.Ids, progress);
        var problems = new FileProblems();
        Action<int>? unteamed = _ignoresUnteamed.Read(parsed)
            ? null
            : number => problems.Add(table.LineOf(number), "id", table.Ids[number], $"who has a score has a team in {teamFile}; --unteamed ignore leaves others out");
        var board = TeamBoard.Of(table, teams, new TeamOptions { Aggregate = _aggregate.Read(parsed), Order = order }, unteamed, progress);
        problems.ThrowIfAny(parsed.GetRequiredValue(_scores), "table of scores for these teams");
        return board;
    }

    private IReadOnlyList<BoardEntry> Around(RankedBoard board, ParseResult parsed)
    {
        var id = parsed.GetRequiredValue(_around);
        return board.Around(id, parsed.GetValue(_radius), _ranking.Read(parsed))
            ?? throw new BadInputException($"{_around.Name} is {ShownText.Quoted(id)}; that is not on the board.");
    }
}
