namespace CampaignKit.Grievances;

/// <summary>
/// Units compared with a target, each with the limits that its size allows: no ranks, and no alarm over a unit that is merely small.
/// </summary>
/// <remarks>D. J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202. Immutable and safe for use from any thread.</remarks>
public sealed class FunnelPlot
{
    private FunnelPlot(IReadOnlyList<NamedRate> units, FunnelOptions options)
    {
        Options = options;
        Pooled = Rate.Pool(units.Select(u => u.Rate));
        Target = options.Target ?? Pooled.Value;
        if (Target is { } target)
            Dispersion = Overdispersion.Of(units.Where(u => u.Rate.Base >= options.MinimumBase).Select(u => u.Rate), target, options.Trim);
        Points = [.. units.Select(PointOf)];
    }

    /// <summary>How the units are compared.</summary>
    public FunnelOptions Options { get; }

    /// <summary>The rate of all units together.</summary>
    public Rate Pooled { get; }

    /// <summary>The rate compared with, between 0 and 1; null if none was given and no unit has data.</summary>
    public double? Target { get; }

    /// <summary>By how much the units differ beyond chance, those with too small a base left out; the limits count it only by the overdispersed methods.</summary>
    public Overdispersion Dispersion { get; }

    /// <summary>The units, in the order given.</summary>
    public IReadOnlyList<FunnelPoint> Points { get; }

    /// <summary>The plot of those units.</summary>
    /// <exception cref="ArgumentException">There is no unit, two have one name, the bases have different names, or the smallest base is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The method is none, the target is not between 0 and 1, or the share trimmed not between 0 and 0.5.</exception>
    public static FunnelPlot Of(IEnumerable<NamedRate> units, FunnelOptions? options = null)
    {
        options ??= new FunnelOptions();
        Guard.Against.EnumOutOfRange(options.Method);
        Guard.Against.OutOfRange(options.Target ?? 0, nameof(options.Target), 0, 1);
        Guard.Against.NegativeOrZero(options.MinimumBase);
        Guard.Against.OutOfRange(options.Trim, nameof(options.Trim), 0, 0.5);
        return new FunnelPlot(NamedRates.Comparable(units), options);
    }

    /// <summary>The limits for a unit of that base; null if there is no target.</summary>
    /// <exception cref="ArgumentException">The base is not above 0.</exception>
    public FunnelLimits? LimitsAt(long size)
    {
        Guard.Against.NegativeOrZero(size);
        return Target is not { } target ? null : Options.Method switch
        {
            FunnelMethod.Exact => FunnelLimits.Exact(size, target),
            FunnelMethod.Arcsine => FunnelLimits.Arcsine(size, target),
            FunnelMethod.MultiplicativeOverdispersion => FunnelLimits.Arcsine(size, target, 0, Math.Max(1, Dispersion.Phi)),
            _ => FunnelLimits.Arcsine(size, target, Dispersion.TauSquared),
        };
    }

    /// <summary>
    /// The limits as lines to draw: from the smallest base that is compared or had by a unit to the largest, closer where they bend. Empty if
    /// there is no target or no unit with data.
    /// </summary>
    /// <param name="count">About how many points; bases that round to the same are one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 points or more than 10,000.</exception>
    public IReadOnlyList<KeyValuePair<long, FunnelLimits>> Lines(int count = 100)
    {
        Guard.Against.OutOfRange(count, nameof(count), 2, 10_000);
        long[] sizes = [.. Points.Select(p => p.Rate.Base).Where(n => n > 0)];
        if (Target is null || sizes.Length == 0)
            return [];

        var (from, to) = (Math.Min(Options.MinimumBase, sizes.Min()), sizes.Max());
        return
        [
            .. Enumerable.Range(0, count)
                .Select(i => i == count - 1 ? to : (long)Math.Round(from * Math.Pow((double)to / from, i / (count - 1.0))))
                .Distinct()
                .Select(n => KeyValuePair.Create(n, LimitsAt(n)!.Value)),
        ];
    }

    private FunnelPoint PointOf(NamedRate unit)
    {
        if (!unit.Rate.HasData || Target is not { } target)
            return new FunnelPoint(unit, FunnelVerdict.TooFew, null, null);

        var limits = LimitsAt(unit.Rate.Base)!.Value;
        var verdict = unit.Rate.Base < Options.MinimumBase ? FunnelVerdict.TooFew
            : Options.Method is FunnelMethod.Exact && target is > 0 and < 1 ? ExactVerdict(unit.Rate, target)
            : limits.Judge(unit.Rate.Value!.Value);
        return new FunnelPoint(unit, verdict, limits, Overdispersion.Score(unit.Rate, target));
    }

    private static FunnelVerdict ExactVerdict(Rate rate, double target)
    {
        // Hits in part are rounded towards the target's side, so that they never make an exception of a unit.
        var hits = new BinomialDistribution(rate.Base, target);
        return FunnelLimits.Judge(hits.LowerTail((long)Math.Ceiling(rate.Hits)), hits.UpperTail((long)Math.Floor(rate.Hits)));
    }
}
