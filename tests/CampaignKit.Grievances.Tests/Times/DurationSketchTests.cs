using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

public sealed class DurationSketchTests
{
    private const string File = "sketches.json";
    private const double Rounding = 1e-12;

    public static TheoryData<string> Formulas => Vector.Ids(File, c => c.GetProperty("kind").GetString() == "formula");

    [Fact]
    public void Cases_OfTheFile_AreAll() =>
        Assert.Equal(
            ["ddsketch-params-0.001", "ddsketch-params-0.005", "ddsketch-params-0.01", "hdrhistogram-footprint", "quantiles-chicago-2013-days-plus-half"],
            Vector.Cases(File).Select(c => c.GetProperty("id").GetString()));

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Scale_ReferenceCase_HasTheBinsAndEstimates(string id)
    {
        var expected = Assert.Single(Vector.Of(File, id));
        var error = expected.GetProperty("alpha").GetDouble();
        var scale = new SketchScale(error);
        const double minute = 60, year = 365 * 86_400.0;

        Assert.Equal(expected.GetProperty("gamma").GetDouble(), scale.Gamma, 1e-12);
        Assert.Equal(expected.GetProperty("bins_1min_to_1year").GetInt32(), DurationSketch.BinsBetween(minute, year, error));
        Assert.Equal(expected.GetProperty("bins_80us_to_1year").GetInt32(), DurationSketch.BinsBetween(80e-6, year, error));
        foreach (var example in expected.GetProperty("examples").EnumerateArray())
        {
            var (x, estimate) = (example.GetProperty("x").GetDouble(), example.GetProperty("estimate").GetDouble());
            var sketch = new DurationSketch(error);
            sketch.Add(x);

            Assert.Equal(example.GetProperty("index").GetInt32(), scale.IndexOf(x));
            Assert.Equal(estimate, sketch.Quantile(0.5)!.Value.Value, 1e-11 * estimate);
        }
    }

    [Fact]
    public void Memory_BesideHdrHistogram_IsLess()
    {
        var published = Assert.Single(Vector.Of(File, "hdrhistogram-footprint"));
        var bins = DurationSketch.BinsBetween(1, published.GetProperty("highest").GetDouble(), published.GetProperty("relative_error_bound").GetDouble());

        Assert.True(bins * sizeof(long) < published.GetProperty("kb").GetDouble() * 1000, $"{bins} bins");
        Assert.Equal(3110, DurationSketch.MostBins(DurationSketch.DefaultRelativeError));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.01)]
    [InlineData(0.05)]
    public void Quantile_ChicagoIn2013_IsWithinTheError(double error)
    {
        var expected = Assert.Single(Vector.Of(File, "quantiles-chicago-2013-days-plus-half"));
        var sketch = new DurationSketch(error);
        foreach (var days in Counted.Chicago("2013-closed").Times("closed"))
            sketch.Add(days + 0.5);

        Assert.Equal(expected.GetProperty("n").GetInt64(), sketch.Count);
        foreach (var quantile in expected.GetProperty("quantiles").EnumerateArray())
            AssertWithin(sketch.Quantile(quantile.GetProperty("q").GetDouble())!.Value, quantile, error);
    }

    [RealDataFact(ChicagoCase.File)]
    public void Quantile_TheRealFileIn2013_IsWithinTheError()
    {
        var sketch = new DurationSketch();
        foreach (var closed in ChicagoCase.Read().Where(c => c.Opened.Year == 2013 && c.Days is not null))
            sketch.Add(closed.Days!.Value + 0.5);
        var expected = Assert.Single(Vector.Of(File, "quantiles-chicago-2013-days-plus-half"));

        Assert.Equal(expected.GetProperty("n").GetInt64(), sketch.Count);
        Assert.All(
            expected.GetProperty("quantiles").EnumerateArray(),
            q => AssertWithin(sketch.Quantile(q.GetProperty("q").GetDouble())!.Value, q, DurationSketch.DefaultRelativeError));
    }

    [Property(Arbitrary = [typeof(Durations)], MaxTest = 300)]
    public void Quantile_AnyDurations_IsWithinTheErrorOfTheExact(Durations durations, byte percent)
    {
        var share = percent % 101 / 100.0;
        var sketch = durations.Sketch();
        double[] ascending = [.. durations.Values.Order()];
        if (ascending.Length == 0)
        {
            Assert.Null(sketch.Quantile(share));
            return;
        }

        var exact = ascending[NearestRank.Of(share, ascending.Length) - 1];
        var estimate = sketch.Quantile(share)!.Value;
        Assert.InRange(Math.Abs(estimate.Value - exact), 0, (durations.RelativeError * exact) + (Rounding * exact));
        Assert.InRange(exact, estimate.Low * (1 - Rounding), estimate.High * (1 + Rounding));
    }

    [Property(Arbitrary = [typeof(Durations)], MaxTest = 300)]
    public void Merge_PartsInAnyOrder_IsOnePassToTheLastBit(Durations durations, byte first, byte second)
    {
        var (low, high) = (first % (durations.Values.Length + 1), second % (durations.Values.Length + 1));
        var (from, to) = (Math.Min(low, high), Math.Max(low, high));
        DurationSketch[] parts = [durations.Sketch(0, from), durations.Sketch(from, to), durations.Sketch(to, durations.Values.Length)];
        var whole = durations.Sketch().ToBytes();

        foreach (int[] order in new int[][] { [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0] })
            Assert.Equal(whole, DurationSketch.Merge(order.Select(i => parts[i])).ToBytes());
        Assert.Equal(whole, DurationSketch.Merge(parts[0], DurationSketch.Merge(parts[1], parts[2])).ToBytes());
        Assert.Equal(durations.Sketch(from, to).ToBytes(), parts[1].ToBytes());
    }

    [Property(Arbitrary = [typeof(Durations)], MaxTest = 300)]
    public void Parse_OfItsBytes_IsTheSketch(Durations durations)
    {
        var sketch = durations.Sketch();
        var read = DurationSketch.Parse(sketch.ToBytes());

        Assert.Equal((sketch.Count, sketch.Bins, sketch.RelativeError), (read.Count, read.Bins, read.RelativeError));
        Assert.Equal(sketch.ToBytes(), read.ToBytes());
        Assert.Equal(sketch.Quantile(0.5), read.Quantile(0.5));
        Assert.All(Enumerable.Range(0, sketch.ToBytes().Length), n => Assert.False(DurationSketch.TryParse(sketch.ToBytes().AsSpan(0, n), out _, out _)));
    }

    [Property(MaxTest = 500)]
    public void TryParse_AnyBytes_AnswersWithoutFailing(byte[] rest)
    {
        byte[] bytes = [.. new DurationSketch().ToBytes().Take(9), .. rest];

        Assert.Equal(DurationSketch.TryParse(bytes, out var sketch, out var reason), reason is null);
        Assert.True(sketch is null || sketch.Quantile(0.5) is not null || sketch.Count == 0);
    }

    [Fact]
    public void ToBytes_KnownSketch_StayTheSame()
    {
        var sketch = new DurationSketch();
        sketch.Add(0, 300);
        sketch.Add(1);
        sketch.Add(1.1, 2);

        Assert.Equal("017B14AE47E17A843FAC02060001000302", Convert.ToHexString(sketch.ToBytes()));
    }

    [Theory]
    [InlineData("", "0 bytes are too few for a sketch.")]
    [InlineData("027B14AE47E17A843F0000", "Version 2 of the sketch form is unknown: there is 1.")]
    [InlineData("01000000000000F83F0000", "A relative error of 1.5 is not between 0.0001 and 0.5.")]
    [InlineData("017B14AE47E17A843F000000", "1 bytes follow the sketch.")]
    [InlineData("017B14AE47E17A843F0001FF7F01", "1 bins from -8192 are not between -1036 and 2073, where a relative error of 0.01 has its bins.")]
    [InlineData("017B14AE47E17A843F0003000000", "A run of empty bins is written in one piece, and is neither first nor last.")]
    [InlineData("017B14AE47E17A843F000300010001", "A run of empty bins is written in one piece, and is neither first nor last.")]
    [InlineData("017B14AE47E17A843F00040001000000000001", "A run of empty bins is written in one piece, and is neither first nor last.")]
    [InlineData("017B14AE47E17A843F000100", "The bytes of the sketch end too early, or hold a number over 2^63 or in more bytes than it needs.")]
    [InlineData("017B14AE47E17A843F8000", "The bytes of the sketch end too early, or hold a number over 2^63 or in more bytes than it needs.")]
    [InlineData("017B14AE47E17A843FFFFFFFFFFFFFFFFF7F010001", "A sketch of more durations than 2^63 is not usable.")]
    public void TryParse_BadBytes_SaysWhy(string hex, string reason)
    {
        Assert.False(DurationSketch.TryParse(Convert.FromHexString(hex), out _, out var said));
        Assert.Equal(reason, said);
        Assert.Throws<FormatException>(() => DurationSketch.Parse(Convert.FromHexString(hex)));
    }

    [Fact]
    public void Add_Itself_Doubles()
    {
        var sketch = new DurationSketch();
        sketch.Add(0);
        sketch.Add(7, 2);
        sketch.Add(sketch);

        Assert.Equal(6, sketch.Count);
        Assert.Equal((0, 7.0), (sketch.Quantile(1 / 3.0)!.Value.Value, Math.Round(sketch.Quantile(0.34)!.Value.Value)));
    }

    [Fact]
    public void Add_OtherError_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new DurationSketch(0.01).Add(new DurationSketch(0.02)));

        Assert.StartsWith("A sketch with a relative error of 0.02 does not merge into one of 0.01.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2e18)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Add_NoDuration_IsRefused(double duration) => Assert.Throws<ArgumentOutOfRangeException>(() => new DurationSketch().Add(duration));

    [Fact]
    public void Add_MoreThanALongCounts_IsRefusedAndChangesNothing()
    {
        var sketch = new DurationSketch();
        sketch.Add(5, long.MaxValue);

        Assert.Throws<OverflowException>(() => sketch.Add(5));
        Assert.Equal(long.MaxValue, sketch.Count);
        Assert.Equal(5, sketch.Quantile(1)!.Value.Value, 0.05);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(double.NaN)]
    public void New_ErrorOutOfRange_IsRefused(double error) => Assert.Throws<ArgumentOutOfRangeException>(() => new DurationSketch(error));

    [Fact]
    public void Quantile_ZerosAndEnds_AreTheirOwnBins()
    {
        var sketch = new DurationSketch();
        sketch.Add(0);
        sketch.Add(DurationSketch.Smallest / 2);
        sketch.Add(DurationSketch.Smallest);
        sketch.Add(DurationSketch.Largest);

        Assert.Equal((0, 0), (sketch.Quantile(0)!.Value.Value, sketch.Quantile(0.5)!.Value.Value));
        Assert.Equal(DurationSketch.Smallest, sketch.Quantile(0.75)!.Value.Value, DurationSketch.Smallest * 0.0100001);
        Assert.Equal(DurationSketch.MostBins(0.01), sketch.Bins);
        Assert.Equal("0 (±0 %)", sketch.Quantile(0).ToString());
    }

    private static void AssertWithin(DurationEstimate estimate, JsonElement quantile, double error) =>
        Assert.InRange(
            estimate.Value,
            quantile.GetProperty("lower").GetDouble() * (1 - error) * (1 - Rounding),
            quantile.GetProperty("upper").GetDouble() * (1 + error) * (1 + Rounding));
}
