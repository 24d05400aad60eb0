namespace CampaignKit.Grievances;

/// <summary>One group of cases in a <see cref="GrievanceReport"/>, or all of them. Immutable and safe for use from any thread.</summary>
public sealed class ReportGroup
{
    internal ReportGroup(SatisfactionRow row, ResolutionCurve curve, Rate measured)
    {
        SurveyedSatisfaction = row.SurveyedSatisfaction;
        Row = row;
        Curve = curve;
        Measured = measured;
        Key = row.Key;
    }

    /// <summary>A value for each dimension of the report, empty where the case has none; no values for the total.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Counts, rates and the times of closed cases.</summary>
    public SatisfactionRow Row { get; }

    /// <summary>The times of closed and open cases together, in the <see cref="GrievanceReport.CurveUnit"/>. Cases closed at an unknown time are not in it.</summary>
    public ResolutionCurve Curve { get; }

    /// <summary>The rate that the report compares by.</summary>
    public Rate Measured { get; }

    /// <summary>How many cases were closed at a time that nobody recorded.</summary>
    public long Undated => Row.Closed - Curve.Closed;

    /// <summary>
    /// Whether all but one in twenty closed cases have a closing time. Otherwise those that have one, and the open ones, do not speak for the rest: the
    /// report draws no <see cref="Curve"/>, and does not compare by time.
    /// </summary>
    public bool TimesAreKnown => Undated * 20 <= Row.Closed;

    /// <summary>
    /// The satisfaction of those who answered, with how many did and the bounds for all; null if the table has no answers. The rate by the definition,
    /// which may be over all closed cases, is that of the <see cref="Row"/>.
    /// </summary>
    public SurveyedRate? SurveyedSatisfaction { get; }

    /// <summary>The values of the key in a row: <c>water / leak</c>, <c>total</c>.</summary>
    public string Name => GroupName.Of(Key);

    /// <summary>The <see cref="SurveyedSatisfaction"/> of groups that share no case together; null if there are none, or no answers.</summary>
    internal static SurveyedRate? SatisfactionOf(IEnumerable<ReportGroup> groups) =>
        groups.Select(g => g.SurveyedSatisfaction).OfType<SurveyedRate>().ToList() is { Count: > 0 } rates ? SurveyedRate.Pool(rates) : null;
}
