using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances.Tests;

public sealed class CensoredTimesVectorTests
{
    private const string File = "censored_times.json";

    public static TheoryData<string> Ids => Vector.Ids(File, _ => true);

    [Fact]
    public void Ids_OfTheFile_AreAll() => Assert.Equal(12, Ids.Count);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Curve_ReferenceCase_AnswersAsTheReference(string id)
    {
        var expected = Assert.Single(Vector.Of(File, id));
        var counted = Counted.Chicago(id);
        var curve = ResolutionCurve.Of(counted.Cases());

        Assert.Equal(expected.GetProperty("n").GetInt64(), curve.Closed + curve.Open);
        Assert.Equal(expected.GetProperty("events").GetInt64(), curve.Closed);
        Assert.Equal(expected.GetProperty("censored").GetInt64(), curve.Open);
        Assert.Equal(expected.Int64OrNull("km_p50"), curve.Quantile(0.5).TimeOrNull());
        Assert.Equal(expected.Int64OrNull("km_p90"), curve.Quantile(0.9).TimeOrNull());
        Assert.Equal(expected.GetProperty("km_S_at_7").GetDouble(), curve.StillOpenAfter(7)!.Value, 1e-12);
        Assert.Equal(expected.Int64OrNull("closed_only_p50"), NearestRank.Of(0.5, counted.Times("closed")).TimeOrNull());
        Assert.Equal(expected.Int64OrNull("closed_only_p90"), NearestRank.Of(0.9, counted.Times("closed")).TimeOrNull());
        Assert.Equal(expected.Int64OrNull("truth_p50"), NearestRank.Of(0.5, counted.Times("later")).TimeOrNull());
        Assert.Equal(expected.Int64OrNull("truth_p90"), NearestRank.Of(0.9, counted.Times("later")).TimeOrNull());
    }

    [RealDataFact(ChicagoCase.File)]
    public void Counts_OfTheRealFile_AreThoseOfTheVectors()
    {
        var cases = ChicagoCase.Read().Where(c => !c.IsDuplicate).ToList();
        foreach (var expected in Vector.Cases(File))
        {
            var asOf = LocalDatePattern.Iso.Parse(expected.GetProperty("as_of").GetString()!).Value;
            var from = asOf.PlusDays(-expected.GetProperty("window_days").GetInt32());
            var filter = expected.GetProperty("filter");
            var window = cases.Where(c => c.Opened >= from && c.Opened < asOf)
                .Where(c => !filter.TryGetProperty("ward", out var ward) || c.Ward == ward.GetString())
                .Where(c => !filter.TryGetProperty("subcategory", out var subcategory) || c.Subcategory == subcategory.GetString())
                .ToList();
            var counted = Counted.Chicago(expected.GetProperty("id").GetString()!);

            Assert.Equal(counted.Cases().Order(ByTime), window.Select(c => c.AsOf(asOf)).Order(ByTime));
            Assert.Equal(counted.Times("later"), window.Where(c => c.Days is not null).Select(c => c.Days!.Value).Order());
        }
    }

    [RealDataFact(ChicagoCase.File)]
    public void Chicago_AsOfJuly2013_ClosedCasesAloneFlatter()
    {
        var asOf = new LocalDate(2013, 7, 1);
        var june = ChicagoCase.Read().Where(c => !c.IsDuplicate && c.Opened >= asOf.PlusDays(-30) && c.Opened < asOf).ToList();
        var closedOnly = june.Select(c => c.AsOf(asOf)).Where(t => !t.IsOpen).Select(t => t.Elapsed).ToList();
        var truth = june.Where(c => c.Days is not null).Select(c => c.Days!.Value).ToList();
        var curve = ResolutionCurve.Of(june.Select(c => c.AsOf(asOf)));

        Assert.Equal(("3", "8"), ($"{NearestRank.Of(0.5, closedOnly)}", $"{NearestRank.Of(0.9, closedOnly)}"));
        Assert.Equal(("5", "33"), ($"{NearestRank.Of(0.5, truth)}", $"{NearestRank.Of(0.9, truth)}"));
        Assert.Equal("6", $"{curve.Quantile(0.5)}");
        Assert.StartsWith("not reached (", $"{curve.Quantile(0.9)}", StringComparison.Ordinal);
    }

    private static Comparer<CaseTime> ByTime { get; } =
        Comparer<CaseTime>.Create((one, other) => (one.Elapsed, one.IsOpen).CompareTo((other.Elapsed, other.IsOpen)));
}
