namespace CampaignKit.Grievances;

/// <summary>The rates that the score test with continuity correction does not reject: Wilson's limits, half a hit farther out.</summary>
internal sealed class WilsonContinuityInterval() : IntervalMethod("wilson-cc", "Wilson (continuity-corrected)")
{
    private readonly WilsonInterval _wilson = new();

    internal override double Lower(double hits, double count, double tail) => hits <= 0.5 ? 0 : _wilson.Lower(hits - 0.5, count, tail);

    internal override double Upper(double hits, double count, double tail) => count - hits <= 0.5 ? 1 : _wilson.Upper(hits + 0.5, count, tail);
}
