using System.Globalization;
using System.Text.Json;
using CampaignKit.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>
/// The report of a table of cases that is handed on: rates with their bases, times with open cases, a fair comparison of units, the trend, and what is
/// not known. It prints as text, Markdown, one self-contained HTML page, and JSON.
/// </summary>
/// <remarks>
/// <para>Units are compared by satisfaction where the table has answers, and otherwise by the rate of cases closed within a time, over those that began
/// longer ago than that, so that open cases count. What happened at the instant <see cref="AsOf"/> or later is left out.</para>
/// <para>The same table and options give the same characters. Every name from the table is escaped for the form it is printed in, and control characters
/// are replaced. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class GrievanceReport
{
    // 300 years of the Gregorian calendar.
    private static readonly Duration LongestWithin = Duration.FromDays(109_573);

    private readonly Dictionary<string, ReportGroup> _periods;

    private GrievanceReport(CaseTable source, GrievanceReportOptions options)
    {
        Options = options;
        Source = source;
        Selection = CaseSelection.Of(source, options.Since, options.CountDuplicates);
        var table = Selection.Table;
        AsOf = options.AsOf ?? Selection.End();
        var asOf = AsOf ?? NodaConstants.UnixEpoch;
        Clock = new ReportClock(table, asOf);
        Summary = table.Summarise(options.By, options.Definition, asOf - Duration.FromTicks(1));
        Measure = MeasureOf(Clock, Summary.Total, options);

        var within = Measure.Within is { } time ? Clock.UnitsOf(time) : 0;
        Total = GroupsBy([])[0];
        var groups = options.By.Count > 0 ? GroupsBy(options.By) : [];
        var hidden = HiddenGroups.Of([.. groups.Select(g => g.Row.Cases)], options.SuppressBelow);
        Groups = [.. groups.Where((_, place) => !hidden.Contains(place))];
        Hidden = [.. groups.Where((_, place) => hidden.Contains(place)).Select(g => g.Name)];
        UndatedBefore = UndatedOlderThan(within);
        Compared = options.By.FirstOrDefault(d => TrendPeriods.RuleOf(d) is null);
        Units = Compared is null || !IsJudged(Total) ? [] : options.By.Count == 1 ? Groups : GroupsBy([Compared]);
        if (Units.Count > 1)
        {
            NamedRate[] rates = [.. Units.Select(u => new NamedRate(u.Key[0], Judged(u)))];
            Funnel = FunnelPlot.Of(rates, new FunnelOptions { MinimumBase = options.MinimumBase });
            Shrinkage = Shrinkage.Of(rates);
            Ranks = RankComparison.Of(rates, minimumBase: options.MinimumBase);
        }

        WeightedBy = Compared ?? Dimension.Category;
        WeightedSatisfaction = Total.Row.Rated.Hits == 0 ? null
            : SatisfactionClasses.Estimate(ClassRows(), [.. groups.Where((_, place) => hidden.Contains(place)).Select(g => g.Row)]);
        TrendBy = options.By.Select(TrendPeriods.RuleOf).FirstOrDefault(r => r is not null) ?? TrendPeriods.RuleFor(table, asOf);
        if (IsJudged(Total) && ShowsTrend)
        {
            // What is shown of the groups, which then are these periods: a second choice of what to hide would give away the first.
            Periods = options.SuppressBelow is not null ? Groups : GroupsBy([Dimension.Every(TrendBy)]);
            var periods = TrendPeriods.WithoutGaps(table, asOf, TrendBy, Periods.ToDictionary(p => p.Key[0], Judged), Measure.BaseName);
            Trend = periods.Count > 0 ? ControlChart.Laney(periods) : null;
        }

        _periods = Periods.ToDictionary(p => p.Key[0]);
        Flags = options.SuppressBelow is null ? FlagReport.Of(table, asOf: asOf - Duration.FromTicks(1)) : null;
        NotKnown = ReportUnknowns.Of(this);

        IReadOnlyList<ReportGroup> GroupsBy(IReadOnlyList<Dimension> by)
        {
            var summary = by.SequenceEqual(options.By) ? Summary : table.Summarise(by, options.Definition, asOf - Duration.FromTicks(1));
            var times = TimedGroups.Of(table, by, Clock, within, Measure.BaseName);
            if (by.Count == 0)
                return [GroupOf(summary.Total, times.Times.FirstOrDefault() ?? [], times.Within.FirstOrDefault())];
            return [.. summary.Rows.Select((row, i) => GroupOf(row, times.Times[i], times.Within[i]))];
        }

        ReportGroup GroupOf(SatisfactionRow row, IReadOnlyList<CaseTime> times, Rate? inTime) =>
            new(row, ResolutionCurve.Of(times), Measure.IsSatisfaction ? row.Satisfaction : inTime ?? Rate.NoData(Measure.BaseName));

        // A second choice of what to hide would give away the first, and categories are not what is hidden.
        IEnumerable<SatisfactionRow> ClassRows() => Compared is not null ? Units.Select(u => u.Row)
            : options.SuppressBelow is not null ? []
            : table.Summarise([WeightedBy], options.Definition, asOf - Duration.FromTicks(1)).Rows;
    }

    /// <summary>What the report is of.</summary>
    public GrievanceReportOptions Options { get; }

    /// <summary>The instant that the report looks at; null if there are no cases and none was given.</summary>
    public Instant? AsOf { get; }

    /// <summary>The counts and rates by group, with definition and rows. Nothing of it is hidden, so it is not for publication.</summary>
    public SatisfactionReport Summary { get; }

    /// <summary>All cases together.</summary>
    public ReportGroup Total { get; }

    /// <summary>The groups, in the order of their keys by ordinal comparison.</summary>
    public IReadOnlyList<ReportGroup> Groups { get; }

    /// <summary>The names of groups that <see cref="GrievanceReportOptions.SuppressBelow"/> hides, in the same order.</summary>
    public IReadOnlyList<string> Hidden { get; }

    /// <summary>The rate that units are compared and the trend is followed by.</summary>
    public ReportMeasure Measure { get; }

    /// <summary>What is compared: the first dimension that is no period; null if there is none.</summary>
    public Dimension? Compared { get; }

    /// <summary>The groups by <see cref="Compared"/> alone, in the order of their keys; none where the measure has no data.</summary>
    public IReadOnlyList<ReportGroup> Units { get; }

    /// <summary>Each unit against all together, with limits for its size; null for fewer than two units, or where the measure has no data.</summary>
    public FunnelPlot? Funnel { get; }

    /// <summary>The rate of each unit, drawn towards the others as far as its base is small; null for fewer than two units.</summary>
    public Shrinkage? Shrinkage { get; }

    /// <summary>The ranks that each unit may truly have, and which cannot be told apart; null for fewer than two units.</summary>
    public RankComparison? Ranks { get; }

    /// <summary>
    /// The satisfaction of all closed cases, estimated as if within one class the silent thought as those who answered; classes are the values of
    /// <see cref="WeightedBy"/> with closed cases, and what is hidden is one class together. A claim, where
    /// <see cref="ReportGroup.SurveyedSatisfaction"/> counts; null if no answer counts, if there are no two classes, or if groups are hidden of something else.
    /// </summary>
    public WeightingClassEstimate? WeightedSatisfaction { get; }

    /// <summary>What the classes of <see cref="WeightedSatisfaction"/> are: <see cref="Compared"/>, or else the category.</summary>
    public Dimension WeightedBy { get; }

    /// <summary>The periods of the trend: those grouped by, otherwise weeks, or months where a table spans more than 70 weeks.</summary>
    public PeriodRule TrendBy { get; }

    /// <summary>
    /// The groups by <see cref="TrendBy"/> alone, in the order of their keys; none without <see cref="Trend"/>. Periods without cases have none, and those
    /// that are <see cref="Hidden"/> are left out.
    /// </summary>
    public IReadOnlyList<ReportGroup> Periods { get; } = [];

    /// <summary>
    /// The measure over the periods in which cases began, by Laney's p' chart; null where it has no data. Where groups are hidden, it is there only if
    /// the groups are its periods, and those hidden have no point.
    /// </summary>
    public ControlChart? Trend { get; }

    /// <summary>The unit of times in curves: a minute, or a day where only dates are known.</summary>
    public Duration CurveUnit => Clock.Unit;

    /// <summary>What is a reason to look, never a finding, unit by unit; null where groups are hidden, since flags count small numbers.</summary>
    public FlagReport? Flags { get; }

    /// <summary>What the report cannot know, a sentence each.</summary>
    public IReadOnlyList<string> NotKnown { get; }

    internal CaseTable Source { get; }

    internal CaseSelection Selection { get; }

    internal ReportClock Clock { get; }

    /// <summary>How many cases that began longer ago than the time of the measure were closed at an unknown time.</summary>
    internal long UndatedBefore { get; }

    /// <summary>Whether nothing that is hidden could be worked out from a trend.</summary>
    internal bool ShowsTrend => Options.SuppressBelow is null || (Options.By is [var only] && TrendPeriods.RuleOf(only) is not null);

    /// <summary>Whether the measure of a group says something of its cases: closing times must be known for a rate of time.</summary>
    internal bool IsJudged(ReportGroup group) => group.Measured.HasData && (Measure.IsSatisfaction || group.TimesAreKnown);

    /// <summary>The report of that table.</summary>
    /// <exception cref="ArgumentException">The table is null, an option is null, the smallest base is not above 0, the time within is less than a minute
    /// (a day where only dates are known) or more than 300 years, dimensions repeat, Since is not before AsOf, AsOf is not of the years 1900 to 2199, or
    /// groups are to be hidden of several dimensions or of too few cases in all.</exception>
    public static GrievanceReport Of(CaseTable table, GrievanceReportOptions? options = null)
    {
        Guard.Against.Null(table);
        options ??= new GrievanceReportOptions();
        Guard.Against.NullOrWhiteSpace(options.Title);
        Guard.Against.Null(options.By);
        Guard.Against.Null(options.Definition);
        Guard.Against.NegativeOrZero(options.MinimumBase);
        Guard.Against.InvalidInput(options, nameof(options), o => o.Since is null || o.AsOf is null || o.Since < o.AsOf, $"Since {Iso(options.Since)} is not before AsOf {Iso(options.AsOf)}: no case can begin between them.");
        Guard.Against.InvalidInput(options.AsOf, nameof(options.AsOf), a => a is not { } asOf || (asOf >= At(CaseTable.EarliestDate) && asOf <= At(CaseTable.LatestDate)), $"AsOf {Iso(options.AsOf)} must lie between {Iso(At(CaseTable.EarliestDate))} and {Iso(At(CaseTable.LatestDate))}, as the cases do.");
        Guard.Against.InvalidInput(options.By, nameof(options.By), by => by.DistinctBy(d => d.Name).Count() == by.Count, "A dimension stands twice.");
        Guard.Against.InvalidInput(options.Within, nameof(options.Within), w => w is null || w >= (table.Grain is TimeGrain.Day ? Duration.FromDays(1) : Duration.FromMinutes(1)), "The time within is less than a minute, or than a day where only dates are known.");
        Guard.Against.InvalidInput(options.Within, nameof(options.Within), w => w is null || w <= LongestWithin, $"Within {Days(options.Within)} is too long: it must be at most {Days(LongestWithin)}, which are 300 years.");
        Guard.Against.InvalidInput(options, nameof(options), o => o.SuppressBelow is null || o.By.Count <= 1, "Small groups are hidden of one dimension only: by several, the sums of one give away what is hidden of the other.");
        return new GrievanceReport(table, options);

        Instant At(LocalDate date) => date.AtStartOfDayInZone(table.Calendar.Zone).ToInstant();

        static string Days(Duration? time) => time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalDays:#,0.##} days") : "";

        static string Iso(Instant? instant) => instant is { } known ? InstantPattern.ExtendedIso.Format(known) : "";
    }

    /// <summary>The report as text for a terminal or a letter.</summary>
    public override string ToString() => TextPage.Of(Options.Title, ReportSections.Of(this));

    /// <summary>The report as Markdown with pipe tables.</summary>
    public string ToMarkdown() => MarkdownPage.Of(Options.Title, ReportSections.Of(this));

    /// <summary>
    /// The report as one HTML page with charts: no script, no request to elsewhere (its content security policy forbids both), in light and dark, for
    /// screen, phone and print.
    /// </summary>
    public string ToHtml() => HtmlPage.Of(Options.Title, ReportSections.Of(this));

    /// <summary>Writes the report as the properties of an object that the caller has begun: all groups, points and steps. Times are whole <c>timeUnit</c>s.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json) => GrievanceJson.Write(Guard.Against.Null(json), this);

    /// <summary>The group of a point of the trend; null if no case began in that period.</summary>
    internal ReportGroup? InPeriod(ChartPoint point) => _periods.GetValueOrDefault(point.Name);

    private Rate Judged(ReportGroup group) => IsJudged(group) ? group.Measured : Rate.NoData(Measure.BaseName);

    private long UndatedOlderThan(long units)
    {
        var count = 0L;
        for (var i = 0; i < Clock.Ages.Length; i++)
            count += Clock.Times[i] is null && Clock.Ages[i] > units ? 1 : 0;
        return count;
    }

    private static ReportMeasure MeasureOf(ReportClock clock, SatisfactionRow total, GrievanceReportOptions options)
    {
        var satisfaction = new ReportMeasure("satisfaction", total.Satisfaction.BaseName, null, false);
        if (total.Rated.Hits > 0)
            return satisfaction;

        var all = clock.Times.OfType<CaseTime>().ToList();
        var units = options.Within is { } stated ? clock.UnitsOf(stated)
            : ResolutionCurve.Of(all).Quantile(0.5) is TimeReached median ? clock.RoundedUp(Math.Max(1, median.Time))
            : NearestRank.Of(0.5, all.Where(t => !t.IsOpen).Select(t => t.Elapsed)) is TimeReached ofClosed ? clock.RoundedUp(Math.Max(1, ofClosed.Time))
            : ReportClock.None;
        if (units == ReportClock.None)
            return satisfaction;

        var text = clock.Text(units);
        var known = all.Count(t => !t.IsOpen) < total.Closed ? ", with a known closing time or still open" : "";
        return new ReportMeasure($"closed within {text}", $"cases that began more than {text} before{known}", clock.Unit * units, options.Within is null);
    }
}
