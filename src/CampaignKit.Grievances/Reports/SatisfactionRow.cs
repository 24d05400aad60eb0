using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>One group of cases in a report, or all of them.</summary>
/// <remarks>
/// A small value over the columns of its report: rates are made when they are asked for, so that going through many rows allocates next to nothing.
/// The default value is of no report, and asking it is an <see cref="InvalidOperationException"/>. Immutable and safe for use from any thread.
/// </remarks>
public readonly struct SatisfactionRow
{
    private const string RatedBase = "closed cases";
    private const string OnTimeBase = "cases with a target, closed at a known time or due";

    private readonly ReportGroups _groups;
    private readonly int _group;

    internal SatisfactionRow(ReportGroups groups, int group)
    {
        _groups = groups;
        _group = group;
    }

    /// <summary>
    /// The group: a value for each dimension of the report, empty where the case has none; no values for the total. Each call makes a new list.
    /// </summary>
    public IReadOnlyList<string> Key
    {
        get
        {
            var key = new string[Groups.Dimensions];
            for (var i = 0; i < key.Length; i++)
                key[i] = this[i];
            return key;
        }
    }

    /// <summary>How many cases the group has.</summary>
    public long Cases => Counts.Cases;

    /// <summary>How many of them are open.</summary>
    public long Open => Counts.Cases - Counts.Closed;

    /// <summary>How many of them are closed, at a known time or not.</summary>
    public long Closed => Counts.Closed;

    /// <summary>How many of them are marked as duplicates of others, open or closed.</summary>
    public long Duplicates => Counts.Duplicates;

    /// <summary>
    /// The rate of closed cases with an answer that counts: how much the other rates can know. No data if no case of the table has an answer, as nobody
    /// may have been asked.
    /// </summary>
    public Rate Rated => Groups.Recorded.Answer ? Rate.Of(Counts.Rated, Counts.Closed, RatedBase) : Rate.NoData(RatedBase);

    /// <summary>
    /// The rate of cases closed by their <see cref="CaseRecord.Due"/>, over those with a target that were closed at a known time, or are open though it
    /// has passed by the instant of the report. Without such an instant nobody knows which open cases are late: there is no data while any has a target.
    /// By the <see cref="TimeGrain"/> of the table, on time is at that instant at the latest, or on that date.
    /// </summary>
    public Rate OnTime => Counts.Undecided > 0 ? Rate.NoData(OnTimeBase) : Rate.Of(Counts.OnTime, Counts.Targeted + Counts.Overdue, OnTimeBase);

    /// <summary>As <see cref="OnTime"/>, over closed cases alone. It flatters a unit that leaves late cases open.</summary>
    public Rate ClosedOnTime => Rate.Of(Counts.OnTime, Counts.Targeted, "closed cases with a target and a known closing time");

    /// <summary>The rate of cases whose citizen was contacted.</summary>
    public Rate Response =>
        RateOf(Groups.Definition.Response, Groups.Recorded.Contacted, Counts.RatedContacted, Counts.ClosedContacted);

    /// <summary>The rate of cases that were resolved.</summary>
    public Rate Resolution =>
        RateOf(Groups.Definition.Resolution, Groups.Recorded.Resolved, Counts.RatedResolved, Counts.ClosedResolved);

    /// <summary>
    /// The rate of satisfied answers, each by its weight. It does not say how many answered: to show it to people, take <see cref="SurveyedSatisfaction"/>.
    /// </summary>
    public Rate Satisfaction
    {
        get
        {
            var hits = Counts.Worth / (decimal)SatisfactionDefinition.Whole;
            return RateOf(Groups.Definition.Satisfaction, Groups.Recorded.Answer, hits, hits);
        }
    }

    /// <summary>
    /// The satisfaction of those who answered, which prints with how many of the closed cases did and with the bounds for all of them; null if no
    /// case has an answer. It is over rated cases, also where the definition counts a case without an answer as not satisfied.
    /// </summary>
    public SurveyedRate? SurveyedSatisfaction => !Groups.Recorded.Answer ? null : SurveyedRate.Of(
        Rate.Of(Satisfaction.Hits, Counts.Rated, Groups.Definition.Satisfaction is { Base: CaseBase.Rated, BaseName: var name } ? name : "rated cases"),
        Rated);

    /// <summary>The composite score as a share between 0 and 1; null if the definition has none or a rate has no data.</summary>
    public double? Composite => Groups.Definition.CompositeOf(Response, Resolution, Satisfaction);

    /// <summary>How long the closed cases took.</summary>
    /// <exception cref="InvalidOperationException">The row is of a <see cref="CaseBoard"/>, and the group has changed since.</exception>
    public ResolutionTimes Times => new(Groups.TimesAt(_group));

    private ReportGroups Groups => _groups ?? throw new InvalidOperationException("A default row is of no report; rows come from SatisfactionReport.Rows and Total.");

    private ref readonly GroupCounts Counts => ref Groups.CountsAt(_group);

    /// <summary>The value of one dimension, without a list being made.</summary>
    /// <param name="dimension">The index of the dimension in the report's <see cref="SatisfactionReport.By"/>, from 0.</param>
    public string this[int dimension] => Groups.KeyAt(_group, dimension);

    /// <summary>The group, its cases, and its rates in a line each.</summary>
    public override string ToString()
    {
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{GroupName.Of(Key)}: {Cases:#,0} {(Cases == 1 ? "case" : "cases")}, {Open:#,0} open"),
            $"  response      {Response}",
            $"  resolution    {Resolution}",
            $"  satisfaction  {Satisfaction}",
            $"  rated         {Rated}",
            .. OnTime.HasData ? [$"  on time       {OnTime}"] : Array.Empty<string>(),
            .. Composite is { } score ? [$"  composite     {Percent.Of(score)}"] : Array.Empty<string>(),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private Rate RateOf(RateDefinition rate, bool recorded, decimal ofRated, decimal ofClosed) =>
        !recorded ? Rate.NoData(rate.BaseName)
        : rate.Base is CaseBase.Rated ? Rate.Of(ofRated, Counts.Rated, rate.BaseName)
        : Rate.Of(ofClosed, Counts.Closed, rate.BaseName);
}
