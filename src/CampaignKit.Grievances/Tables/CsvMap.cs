using System.Diagnostics.CodeAnalysis;
using CampaignKit.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>
/// How a CSV file of cases is read: which column is which, in which zone and forms its dates are, and how many bad rows it may have.
/// </summary>
/// <remarks>Immutable; <c>with</c> gives a map that differs in one point. Safe for use from any thread.</remarks>
public sealed record CsvMap
{
    /// <summary>How many bad rows a file may have unless said: 1,000.</summary>
    public const int DefaultBadRowLimit = 1000;

    internal static readonly string[] IsoFormats =
        ["uuuu-MM-dd", "uuuu-MM-dd HH:mm", "uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFF"];

    private static readonly Dictionary<string, StatedStatus> OpenAndClosed = new() { ["open"] = new(Closed: false), ["closed"] = new(Closed: true) };

    private static readonly Dictionary<string, CaseField> Fields = Enum.GetValues<CaseField>().ToDictionary(f => f.ToString().ToLowerInvariant());

    /// <summary>The map of those columns.</summary>
    /// <exception cref="ArgumentException">No column says when a case was opened, or the name of a column is blank.</exception>
    public CsvMap(IReadOnlyDictionary<CaseField, string> columns)
    {
        Guard.Against.Null(columns);
        Guard.Against.InvalidInput(columns, nameof(columns), c => c.ContainsKey(CaseField.Opened), "No column says when a case was opened.");
        Guard.Against.InvalidInput(columns, nameof(columns), c => !c.Values.Any(string.IsNullOrWhiteSpace), "The name of a column is blank.");
        Columns = columns.ToDictionary();
    }

    /// <summary>
    /// The 311 requests of Chicago, in the form of the city's data portal: unit is the ward, category the subcategory, dates are days of
    /// <c>America/Chicago</c>, and <c>- Dup</c> in the status marks duplicates. The publisher repeats ids, in rows that differ, and counts rows; so does
    /// this map, and reports the repeats. <c>with { Repeats = RepeatedIds.FirstCounts }</c> counts each id once. <c>last_modified_date</c> is when a
    /// case was last changed; a file may lack that column, as the older ones do, and a time there that cannot be read is unknown: the table's
    /// <see cref="CaseTable.Assumptions"/> say so.
    /// </summary>
    public static CsvMap Chicago => CsvPresets.Chicago;

    /// <summary>
    /// The 311 requests of New York, with the column names of the city's data portal: unit is the agency, category the complaint type, dates are
    /// clock times of <c>America/New_York</c>. Open, assigned, unassigned, in progress, pending, started, email sent and unspecified are open, also
    /// beside a <c>closed_date</c>, which is then not used; another word than these or closed is a bad row. <c>resolution_action_updated_date</c> is
    /// when a case was last changed; a file may lack that column, and a time there that cannot be read is unknown: the table's
    /// <see cref="CaseTable.Assumptions"/> say so.
    /// </summary>
    public static CsvMap NewYork => CsvPresets.NewYork;

    /// <summary>
    /// The 311 requests of Boston, with the column names of the city's data portal: unit is the department, category the type, and
    /// <c>target_dt</c> by when a case was due; dates are clock times of <c>America/New_York</c>. The publisher's <c>ontime</c> is not read: it says
    /// so of cases without a target too.
    /// </summary>
    public static CsvMap Boston => CsvPresets.Boston;

    /// <summary>
    /// What <see cref="CaseTable.WriteCsv"/> writes, in UTC and to the instant; set <see cref="Calendar"/> and <see cref="Grain"/> to those of the
    /// table that was written to get it back. A file may lack the columns of what few files say, updated, replied and reopenings, and what cannot be
    /// read there is unknown: the table's <see cref="CaseTable.Assumptions"/> say so, of the missing columns in one line.
    /// </summary>
    public static CsvMap Exported => CsvPresets.Exported;

    /// <summary>
    /// The maps above by the names of options: <c>chicago</c>, <c>nyc</c>, <c>boston</c> and <c>campaignkit</c>, which is <see cref="Exported"/>. Upper and lower case
    /// are the same.
    /// </summary>
    public static IReadOnlyDictionary<string, CsvMap> Presets => CsvPresets.ByName;

    /// <summary>The name in the header of the column of each field that the file has.</summary>
    public IReadOnlyDictionary<CaseField, string> Columns { get; }

    /// <summary>The calendar whose zone dates without an offset are in, and whose periods a report uses. The default is UTC with days from midnight.</summary>
    public CampaignCalendar Calendar { get; init => field = Guard.Against.Null(value); } = new(DateTimeZone.Utc);

    /// <summary>
    /// The forms of dates, as patterns of NodaTime's <c>LocalDateTimePattern</c>, tried in order. The default is ISO 8601 with <c>T</c> or a blank,
    /// down to days, minutes or seconds; a day is its first instant. Beside these, a date with <c>Z</c> or an offset is always understood.
    /// </summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="InvalidPatternException">One is not a pattern.</exception>
    public IReadOnlyList<string> DateFormats
    {
        get;
        init
        {
            Guard.Against.NullOrEmpty(value);
            Patterns = Compiled(value);
            DateRule = RuleOf(Patterns);
            ReadsIso = IsoFormats.SequenceEqual(value.Take(IsoFormats.Length));
            field = [.. value];
        }
    } = IsoFormats;

    /// <summary>How many rows may be bad before reading stops with a <see cref="BadRowsException"/>. The default is 1,000.</summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public int BadRowLimit { get; init => field = Guard.Against.Negative(value); } = DefaultBadRowLimit;

    /// <summary>How resolution times are counted. The default is to the instant.</summary>
    /// <exception cref="ArgumentException">It is no grain.</exception>
    public TimeGrain Grain { get; init => field = Guard.Against.EnumOutOfRange(value); }

    /// <summary>What becomes of rows that repeat an id. By default the first counts.</summary>
    /// <exception cref="ArgumentException">It is no rule.</exception>
    public RepeatedIds Repeats { get; init => field = Guard.Against.EnumOutOfRange(value); }

    /// <summary>
    /// What the words of the status column say, if one is mapped; upper and lower case are the same. The default is <c>open</c> and <c>closed</c>. A
    /// row with another word, or open with a closing time unless <see cref="StatusDecides"/>, is a bad row; one closed without a time is closed at an unknown time.
    /// </summary>
    /// <exception cref="ArgumentException">There is none, or two are the same but for case.</exception>
    public IReadOnlyDictionary<string, StatedStatus> Statuses
    {
        get;
        init
        {
            Guard.Against.NullOrEmpty(value);
            var words = new Dictionary<string, StatedStatus>(value, StringComparer.OrdinalIgnoreCase);
            StatusWords = words.GetAlternateLookup<ReadOnlySpan<char>>();
            field = words;
        }
    } = OpenAndClosed;

    /// <summary>
    /// Whether a row whose status says open is open also if it has a closing time, which is then not used; the table's
    /// <see cref="CaseTable.Assumptions"/> say how many are. By default such a row is bad.
    /// </summary>
    public bool StatusDecides { get; init; }

    /// <summary>The fields whose columns a file may lack, and whose cells are unknown if they cannot be read.</summary>
    internal IReadOnlyList<CaseField> Optional { get; init; } = [];

    internal Dictionary<string, StatedStatus>.AlternateLookup<ReadOnlySpan<char>> StatusWords { get; private init; } =
        new Dictionary<string, StatedStatus>(OpenAndClosed, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the forms begin with the default ones, which are then read the quick way.</summary>
    internal bool ReadsIso { get; private init; } = true;

    internal IReadOnlyList<LocalDateTimePattern> Patterns { get; private init; } = Compiled(IsoFormats);

    /// <summary>What a date must be, by examples.</summary>
    internal string DateRule { get; private init; } = RuleOf(Compiled(IsoFormats));

    /// <summary>
    /// Reads the columns from text such as <c>opened=created_date,closed=closed_date,unit=agency</c>. Fields are id, opened, closed, unit,
    /// category, contacted, resolved, rating, status, due, updated, replied and reopenings; the name of a column is what stands between <c>=</c>
    /// and the next comma.
    /// </summary>
    /// <exception cref="DefinitionException">It is not usable; the message lists every flaw with field, value and rule.</exception>
    public static CsvMap Parse(string text) =>
        TryParse(text, out var map, out var flaws) ? map : throw new DefinitionException("The map of columns", flaws);

    /// <summary>Reads the columns from text, or says in <paramref name="flaws"/> everything that is wrong with it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool TryParse(string text, [NotNullWhen(true)] out CsvMap? map, out IReadOnlyList<DefinitionFlaw> flaws)
    {
        Guard.Against.Null(text);
        var columns = new Dictionary<CaseField, string>();
        var found = new List<DefinitionFlaw>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, { Length: > 0 } column])
                found.Add(new DefinitionFlaw(part, "", "must be field=column"));
            else if (!Fields.TryGetValue(name, out var known))
                found.Add(new DefinitionFlaw(name, column, $"is no field; there is {string.Join(", ", Fields.Keys)}"));
            else if (!columns.TryAdd(known, column))
                found.Add(new DefinitionFlaw(name, column, $"is mapped to {PrintedText.Short(columns[known])} already"));
        }

        if (found.Count == 0 && !columns.ContainsKey(CaseField.Opened))
            found.Add(new DefinitionFlaw("opened", "", "must be mapped: a case begins at some time"));
        map = found.Count == 0 ? new CsvMap(columns) : null;
        flaws = found;
        return map is not null;
    }

    /// <summary>Finds the map of that name among <see cref="Presets"/>, or says in <paramref name="reason"/> which there are.</summary>
    public static bool TryFind(string? name, [NotNullWhen(true)] out CsvMap? map, [NotNullWhen(false)] out string? reason)
    {
        map = name is null ? null : Presets.GetValueOrDefault(name);
        reason = map is null ? $"'{PrintedText.Short(name ?? "")}' is no preset: there is {string.Join(", ", Presets.Keys.Order(StringComparer.Ordinal))}." : null;
        return map is not null;
    }

    internal static string NameOf(CaseField field) => field.ToString().ToLowerInvariant();

    // A day that is no month, in the afternoon, so that nobody takes one part of it for another.
    private static string RuleOf(IEnumerable<LocalDateTimePattern> patterns) =>
        $"must be a date like {string.Join(" or ", patterns.Select(p => p.Format(new LocalDateTime(2021, 3, 29, 17, 5, 8))).Distinct())}, or with Z or an offset";

    private static LocalDateTimePattern[] Compiled(IEnumerable<string> formats) =>
        [.. formats.Select(LocalDateTimePattern.CreateWithInvariantCulture)];
}
