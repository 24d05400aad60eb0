namespace CampaignKit.Grievances;

/// <summary>Where a value stands on an axis of a drawing.</summary>
internal readonly record struct ChartScale(double From, double To, double Start, double End, bool IsLog = false)
{
    public double At(double value)
    {
        var clamped = Math.Clamp(value, Math.Min(From, To), Math.Max(From, To));
        var share = IsLog ? Math.Log(clamped / From) / Math.Log(To / From) : (clamped - From) / (To - From);
        return Start + (share * (End - Start));
    }

    /// <summary>Round values on a linear axis, about as many as asked for.</summary>
    public IEnumerable<double> Ticks(int about)
    {
        var raw = (To - From) / about;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * ((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 });
        for (var n = Math.Ceiling((From / step) - 1e-9); n * step <= To + (step * 1e-9); n++)
            yield return n == 0 ? 0 : n * step;
    }

    /// <summary>Round values on a logarithmic axis: 1, 2 and 5 times the powers of ten, or the powers alone where those are more than there is room for.</summary>
    public IEnumerable<double> LogTicks(int most)
    {
        double[] steps = 3 * Math.Log10(To / From) > most ? [1] : [1, 2, 5];
        for (var power = Math.Pow(10, Math.Floor(Math.Log10(From))); power <= To; power *= 10)
        {
            foreach (var step in steps)
            {
                if (step * power >= From && step * power <= To)
                    yield return step * power;
            }
        }
    }

    /// <summary>Shares from a little below the lowest to a little above the highest, within 0 and 1.</summary>
    public static ChartScale OfShares(IEnumerable<double> shares, double start, double end)
    {
        var (low, high) = (1.0, 0.0);
        foreach (var share in shares)
            (low, high) = (Math.Min(low, share), Math.Max(high, share));
        var room = Math.Max(0.02, 0.08 * (high - low));
        return new ChartScale(Math.Max(0, low - room), Math.Min(1, high + room), start, end);
    }
}
