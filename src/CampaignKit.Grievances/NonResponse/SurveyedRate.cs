using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Grievances;

/// <summary>
/// The rate among those who answered, which cannot be told without how many that were: value, response rate and bounds print together.
/// </summary>
/// <remarks>
/// The rate of the respondents is not handed out as a <see cref="Rate"/>, so that it is not printed, pooled or compared alone. Parts of one
/// survey pool by <see cref="Pool"/>. Immutable and safe for use from any thread.
/// </remarks>
public sealed record SurveyedRate
{
    private readonly Rate _respondents;

    private SurveyedRate(Rate respondents, Rate response)
    {
        _respondents = respondents;
        Response = response;
    }

    /// <summary>How much of the answers counts.</summary>
    public decimal Hits => _respondents.Hits;

    /// <summary>The response rate: those who answered, out of all who could have.</summary>
    public Rate Response { get; }

    /// <summary>The rate among those who answered, as a share between 0 and 1; null if nobody did. It is not that of all.</summary>
    public double? Value => _respondents.Value;

    /// <summary>What the rate of all can be, whatever the silent think; null if there is nobody.</summary>
    public NonResponseBounds? Bounds => Response.HasData
        ? new NonResponseBounds((double)(Hits / Response.Base), (double)((Hits + (Response.Base - Response.Hits)) / Response.Base))
        : null;

    /// <summary>
    /// The rate of <paramref name="hits"/> among <paramref name="answered"/>, who are a part of <paramref name="all"/>: say 270 satisfied of 300
    /// "rated cases" out of 1,000 "closed cases".
    /// </summary>
    /// <exception cref="ArgumentException">The hits are not between 0 and those who answered, these are more than all, or a base has no name.</exception>
    public static SurveyedRate Of(decimal hits, long answered, string answeredName, long all, string allName) =>
        Of(Rate.Of(hits, answered, answeredName), Rate.Of(answered, all, allName));

    /// <summary>The rate among those who answered, whose number is the hits of the <paramref name="response"/> rate.</summary>
    /// <exception cref="ArgumentNullException">A rate is null.</exception>
    /// <exception cref="ArgumentException">The base of the one is not the hits of the other.</exception>
    public static SurveyedRate Of(Rate respondents, Rate response) =>
        TryOf(respondents, response, out var rate, out var reason) ? rate : throw new ArgumentException(reason, nameof(response));

    /// <summary>Makes the rate, or says in <paramref name="reason"/> why the two do not belong together.</summary>
    /// <exception cref="ArgumentNullException">A rate is null.</exception>
    public static bool TryOf(
        Rate respondents,
        Rate response,
        [NotNullWhen(true)] out SurveyedRate? rate,
        [NotNullWhen(false)] out string? reason)
    {
        Guard.Against.Null(respondents);
        Guard.Against.Null(response);
        reason = respondents.Base == response.Hits ? null
            : $"The rate is over {Rate.Number(respondents.Base)} {respondents.BaseName}, but {Rate.Number(response.Hits)} of {Rate.Number(response.Base)} {response.BaseName} answered.";
        rate = reason is null ? new SurveyedRate(respondents, response) : null;
        return rate is not null;
    }

    /// <summary>The rate over several parts of a survey together. That they share no case is for the caller to know.</summary>
    /// <exception cref="ArgumentException">There is none, or their bases have different names.</exception>
    public static SurveyedRate Pool(params IEnumerable<SurveyedRate> parts)
    {
        SurveyedRate[] all = [.. Guard.Against.NullOrEmpty(parts)];
        return new SurveyedRate(Rate.Pool(all.Select(p => p._respondents)), Rate.Pool(all.Select(p => p.Response)));
    }

    /// <summary>
    /// The confidence interval, as if those who answered were drawn by lot from all: it knows nothing of who stays silent and why, which
    /// <see cref="Bounds"/> does. As <see cref="Rate.Interval"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">As with <see cref="Rate.Interval"/>.</exception>
    public ConfidenceInterval Interval(IntervalMethod? method = null, double level = Rate.DefaultLevel, IntervalSide side = IntervalSide.TwoSided) =>
        _respondents.Interval(method, level, side);

    /// <summary>The response rate alone: <c>30.00 % answered (300 of 1,000 closed cases)</c>.</summary>
    internal string Answered => Response.Value is { } share
        ? $"{Percent.Of(share)} % answered ({Rate.Number(Response.Hits)} of {Rate.Number(Response.Base)} {Response.BaseName})"
        : $"no {Response.BaseName}";

    /// <summary>
    /// All of it in per cent: <c>90.00 % (270 of 300 rated cases; 95 % Wilson 86.08-92.91 %), 30.00 % answered (300 of 1,000 closed cases),
    /// 27.00-97.00 % of all</c>.
    /// </summary>
    public override string ToString() => Bounds is { } bounds
        ? $"{_respondents}, {Answered}, {bounds} of all"
        : $"no data (0 of 0 {Response.BaseName})";
}
