using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

/// <summary>Durations between 0 and all that a sketch takes, some of them equal, and the error of a sketch for them.</summary>
public sealed record Durations(double[] Values, double RelativeError)
{
    public static Arbitrary<Durations> Arbitrary() => Arb.From(
        from error in Gen.Elements(0.001, 0.01, 0.2)
        from widest in Gen.Elements(0, 3, 17)
        from values in Gen.ArrayOf(Gen.OneOf(
            Gen.Constant(0.0),
            Gen.Choose(0, 20).Select(n => (double)n),
            from mantissa in Gen.Choose(1_000, 9_999)
            from exponent in Gen.Choose(-widest / 2, widest)
            select mantissa / 1000.0 * Math.Pow(10, exponent)))
        select new Durations(values, error));

    public DurationSketch Sketch() => Sketch(0, Values.Length);

    public DurationSketch Sketch(int from, int to)
    {
        var sketch = new DurationSketch(RelativeError);
        foreach (var value in Values.AsSpan(from..to))
            sketch.Add(value);
        return sketch;
    }
}
