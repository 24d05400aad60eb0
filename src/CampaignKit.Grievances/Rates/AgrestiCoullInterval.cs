namespace CampaignKit.Grievances;

/// <summary>Wald's interval after adding z^2 / 2 hits and as many misses, which centres it where Wilson's is.</summary>
internal sealed class AgrestiCoullInterval() : IntervalMethod("agresti-coull", "Agresti-Coull")
{
    private readonly WaldInterval _wald = new();

    internal override double Lower(double hits, double count, double tail)
    {
        var square = Square(tail);
        return _wald.Lower(hits + (square / 2), count + square, tail);
    }

    internal override double Upper(double hits, double count, double tail)
    {
        var square = Square(tail);
        return _wald.Upper(hits + (square / 2), count + square, tail);
    }

    private static double Square(double tail) => Math.Pow(NormalDistribution.UpperQuantile(tail), 2);
}
