using System.CommandLine;
using System.Text;
using CampaignKit.Calendars;
using CampaignKit.Grievances;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Tool.Grievances;

/// <summary><c>campaignkit grievances report</c>.</summary>
internal sealed class ReportCommand
{
    // 300 years: no case takes longer.
    private static readonly Duration LongestTime = Duration.FromDays(Period.DaysBetween(CaseTable.EarliestDate, CaseTable.LatestDate));

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly TextWriter? _screen;
    private readonly Argument<string> _file = new("FILE") { Description = "The cases, gzipped or not: CSV in UTF-8 with a header, or with --preset open311 requests in JSON or XML." };
    private readonly Option<string> _preset = new("--preset") { HelpName = "NAME", Description = $"How a publisher's files are read: {CaseSource.Presets}. This or --map is needed." };
    private readonly Option<string> _map = new("--map")
    {
        HelpName = "FIELD=COLUMN,…",
        Description = $"Which column holds what: {string.Join(", ", Enum.GetNames<CaseField>()).ToLowerInvariant()}. Of these only opened must be there.",
    };

    private readonly Option<string> _by = new("--by")
    {
        HelpName = "DIMENSIONS",
        Description = "What cases are grouped by: unit, category, day, week, \"week from saturday\" (or another day), month; several are parted by commas. The first that is no period is compared, the first period is what the trend is by.",
        DefaultValueFactory = _ => "unit",
    };

    private readonly Option<string> _asOf = new("--as-of") { HelpName = "DATE", Description = "A day such as 2026-02-01, at whose beginning the report looks: cases that began later are left out, those that were closed later are open. Just after the last time in the file unless said." };
    private readonly Option<string> _since = new("--since") { HelpName = "DATE", Description = "Only cases that began on that day or later; all unless said." };
    private readonly Option<string> _zone = new("--zone") { HelpName = "ZONE", Description = "The time zone, by its name in the tz database, of days and of times without an offset, such as Asia/Shanghai; that of the preset, or UTC, unless said." };
    private readonly Option<string> _definition = new("--definition") { HelpName = "FILE", Description = "What counts as satisfied, as JSON; the three rates of 12345 hotlines unless said." };
    private readonly Option<Duration> _within = TimeOption.Duration("--within", LongestTime);
    private readonly Option<long> _minimum = NumberOption.Whole("--minimum", 1, long.MaxValue);
    private readonly Option<long> _suppress = NumberOption.Whole("--suppress", 1, CountTable.MaxCount);
    private readonly Option<int> _badRows = NumberOption.Whole("--bad-rows", 0, int.MaxValue);
    private readonly Option<bool> _skipDuplicates = new("--skip-duplicates") { Description = "Leaves out cases that are marked as duplicates of others." };
    private readonly Option<string> _title = new("--title") { HelpName = "TEXT", Description = "The heading of the report; the name of the file unless said." };
    private readonly Option<bool> _json = new("--json") { Description = "Prints all of it as JSON, every group, point and step, in place of text." };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Prints Markdown in place of text." };
    private readonly Option<bool> _html = new("--html") { Description = "Prints one self-contained HTML page with charts in place of text." };
    private readonly Option<string> _out = new("--out") { HelpName = "FILE", Description = "A file to write in place of standard output, whole or not at all; never one that is read." };

    private ReportCommand(TextWriter output, TextWriter error, TextWriter? screen) => (_output, _error, _screen) = (output, error, screen);

    /// <summary>The command; progress is drawn on <paramref name="screen"/>, if there is a terminal.</summary>
    public static Command Create(TextWriter output, TextWriter error, TextWriter? screen) => new ReportCommand(output, error, screen).Create();

    private Command Create()
    {
        (_within.HelpName, _within.Description) = ("DURATION", "Where the file has no ratings: within which time a case should be closed, such as P7D or PT48H; from one minute, or one day where the file has only dates, to 300 years. The median of all cases unless said.");
        (_minimum.HelpName, _minimum.Description, _minimum.DefaultValueFactory) = ("N", "The fewest cases by which a unit is judged.", _ => GrievanceReportOptions.DefaultMinimumBase);
        (_suppress.HelpName, _suppress.Description) = ("K", "For publication: hides groups of fewer than K cases, and others from which their numbers could be worked out; flags are left out, and the trend unless the groups are its periods. With one dimension of --by only. Nothing is hidden unless said.");
        (_badRows.HelpName, _badRows.Description, _badRows.DefaultValueFactory) = ("N", "How many rows may be bad and left out; a file with more is refused.", _ => CsvMap.DefaultBadRowLimit);
        var command = new Command(
            "report",
            """
            Reports a file of cases: satisfaction beside how many answered, times with open cases counted, units compared by what their size allows, the trend, reasons to look, and what is not known.
            Bad rows are left out and told on standard error, with line and column.
            """)
        {
            _file, _preset, _map, _by, _asOf, _since, _zone, _definition, _within, _minimum, _suppress, _badRows, _skipDuplicates, _title, _json, _markdown, _html, _out,
        };
        command.Validators.Add(given =>
        {
            if (IsGiven(_preset) == IsGiven(_map))
                given.AddError($"How the file is read is told by --preset NAME ({CaseSource.Presets}) or by --map \"opened=COLUMN,closed=COLUMN,unit=COLUMN\"; here is {(IsGiven(_map) ? "both" : "neither")}.");
            var forms = new Option[] { _json, _markdown, _html }.Where(IsGiven).ToList();
            if (forms.Count > 1)
                given.AddError($"There is one form; here are {string.Join(" and ", forms.Select(f => f.Name))}.");

            bool IsGiven(Option option) => given.GetResult(option) is { Implicit: false };
        });
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed, stop), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            var source = SourceOf(parsed);
            CheckOut(parsed);
            var options = OptionsOf(parsed, source);
            var table = source.Read(_screen, stop);
            var remarks = new ReadingRemarks(_error);
            remarks.TellBadRows(source.Path, table);
            stop.ThrowIfCancellationRequested();
            var report = ReportOf(table, options);
            remarks.TellUnknownAnswers(report.Summary);
            stop.ThrowIfCancellationRequested();
            Write(parsed, report, stop);
            return CommandLine.Success;
        }
        catch (OperationCanceledException)
        {
            _error.WriteLine("Stopped; nothing was written.");
            return CommandLine.Stopped;
        }
    }

    private CaseSource SourceOf(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_file);
        var map = parsed.GetValue(_preset) is { } preset ? MapOf(preset)
            : CsvMap.TryParse(parsed.GetValue(_map)!, out var columns, out var flaws) ? columns
            : throw new BadInputException($"--map is {ShownText.Quoted(parsed.GetValue(_map)!)}:\n  {string.Join("\n  ", flaws)}");
        var calendar = map?.Calendar ?? new CampaignCalendar(DateTimeZone.Utc);
        if (parsed.GetValue(_zone) is { } zone)
        {
            calendar = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known
                ? new CampaignCalendar(known)
                : throw new BadInputException($"--zone is {ShownText.Quoted(zone)}; it is a zone of the tz database, such as Asia/Shanghai.");
        }

        return new CaseSource(_file.Name, path, map, calendar, parsed.GetValue(_badRows));
    }

    private static CsvMap? MapOf(string preset) =>
        preset.Equals(CaseSource.Open311Preset, StringComparison.OrdinalIgnoreCase) ? null
        : CsvMap.Presets.TryGetValue(preset, out var map) ? map
        : throw new BadInputException($"--preset is {ShownText.Quoted(preset)}; it is {CaseSource.Presets}.");

    private void CheckOut(ParseResult parsed)
    {
        if (parsed.GetValue(_out) is not { } path)
            return;

        var inputs = new List<(string NamedBy, string Path)> { (_file.Name, parsed.GetRequiredValue(_file)) };
        if (parsed.GetValue(_definition) is { } definition)
            inputs.Add((_definition.Name, definition));
        OutputFile.RefuseInputs(_out.Name, path, inputs);
    }

    /// <summary>The options; the definition, which is a file, is read last.</summary>
    private GrievanceReportOptions OptionsOf(ParseResult parsed, CaseSource source)
    {
        var by = DimensionsOf(parsed.GetValue(_by)!);
        long? suppress = parsed.GetResult(_suppress) is null ? null : parsed.GetValue(_suppress);
        if (suppress is not null && by.Count > 1)
            throw new BadInputException(
                $"--suppress is '{suppress}' and --by is {ShownText.Quoted(parsed.GetValue(_by)!)}; groups are hidden of one dimension only: by several, the sums of one give away what is hidden of the other.");
        var (since, asOf) = (DayOf(parsed, _since, source), DayOf(parsed, _asOf, source));
        if (since >= asOf)
            throw new BadInputException($"--since is '{parsed.GetValue(_since)}' and --as-of is '{parsed.GetValue(_asOf)}'; the first day lies before the second, at whose beginning the report looks.");
        if (parsed.GetValue(_title) is { } title && string.IsNullOrWhiteSpace(title))
            throw new BadInputException($"--title is {ShownText.Quoted(title)}; it is a text that is not blank.");
        return new GrievanceReportOptions
        {
            Title = parsed.GetValue(_title) ?? TitleOf(source.Path),
            By = by,
            AsOf = asOf,
            Since = since,
            CountDuplicates = !parsed.GetValue(_skipDuplicates),
            Within = parsed.GetResult(_within) is { } given ? WithinOf(parsed.GetValue(_within), given.Tokens[0].Value, source) : null,
            MinimumBase = parsed.GetValue(_minimum),
            SuppressBelow = suppress,
            Definition = parsed.GetValue(_definition) is { } definition ? DefinitionOf(definition) : SatisfactionDefinition.ThreeRates,
        };
    }

    // A name of spaces is no heading, and one that ends like a folder's, which is refused when it is read, has none to give.
    private static string TitleOf(string path) => Path.GetFileName(path) is var name && string.IsNullOrWhiteSpace(name) ? "cases" : name;

    private static List<Dimension> DimensionsOf(string text)
    {
        var by = new List<Dimension>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Dimension.TryParse(name, out var dimension, out var reason))
                throw new BadInputException($"--by: {reason}");
            if (by.Any(d => d.Name == dimension.Name))
                throw new BadInputException($"--by is {ShownText.Quoted(text)}; {dimension.Name} stands twice.");
            by.Add(dimension);
        }

        return by;
    }

    private SatisfactionDefinition DefinitionOf(string path)
    {
        var text = InputFile.Read(_definition.Name, path, File.ReadAllText);
        if (string.IsNullOrWhiteSpace(text))
            throw new BadInputException($"{_definition.Name} is '{path}'; the file is empty.");
        return SatisfactionDefinition.TryParse(text, out var definition, out var flaws)
            ? definition
            : throw BadInputException.In($"{_definition.Name} {path}", "satisfaction definition", flaws);
    }

    private static Instant? DayOf(ParseResult parsed, Option<string> option, CaseSource source)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        var (first, last) = (CaseTable.EarliestDate, CaseTable.LatestDate);
        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && date >= first && date <= last
            ? source.Calendar.Zone.AtStartOfDay(date).ToInstant()
            : throw new BadInputException($"{option.Name} is {ShownText.Quoted(text)}; it is a date such as 2013-07-01, from {LocalDatePattern.Iso.Format(first)} to {LocalDatePattern.Iso.Format(last)}.");
    }

    private static Duration WithinOf(Duration within, string text, CaseSource source)
    {
        var (least, words) = source.Grain is TimeGrain.Day ? (Duration.FromDays(1), "one day, since the file knows only dates") : (Duration.FromMinutes(1), "one minute");
        return within >= least ? within : throw new BadInputException($"--within is {ShownText.Quoted(text)}; it is at least {words}.");
    }

    private void Write(ParseResult parsed, GrievanceReport report, CancellationToken stop)
    {
        if (parsed.GetValue(_out) is not { } path)
        {
            WriteTo(_output);
            return;
        }

        using var whole = new StringWriter { NewLine = "\n" };
        WriteTo(whole);
        OutputFile.Write(_out.Name, path, Encoding.UTF8.GetBytes(whole.ToString()), stop);

        void WriteTo(TextWriter text)
        {
            if (parsed.GetValue(_json))
                text.WriteJson(report.WriteTo);
            else
                text.Write(parsed.GetValue(_html) ? report.ToHtml() : parsed.GetValue(_markdown) ? report.ToMarkdown() : report.ToString());
        }
    }

    private static GrievanceReport ReportOf(CaseTable table, GrievanceReportOptions options)
    {
        try
        {
            return GrievanceReport.Of(table, options);
        }
        catch (ArgumentException few) when (options.SuppressBelow is { } least)
        {
            throw new BadInputException($"--suppress is '{least}': {few.Message.Split(" (Parameter")[0]}");
        }
    }
}
