namespace CampaignKit.Grievances;

/// <summary>
/// Which ranks units may truly have, and which units cannot be told apart. A league table without it ranks chance.
/// </summary>
/// <remarks>
/// <para>Each unit gets the exact interval of its rate (C. J. Clopper and E. S. Pearson, 1934) at a level such that all hold at once (Z. Sidak, 1967);
/// a unit is surely better than another if their intervals do not meet. All rank intervals hold at once with the level's probability at least.
/// M. Klein, T. Wright and J. Wieczorek, A joint confidence region for an overall ranking of populations, Journal of the Royal Statistical
/// Society C 69 (2020), 589-606.</para>
/// <para>The units must share no cases. Nothing is simulated: the same rates give the same answer. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class RankComparison
{
    /// <summary>The smallest base that is ranked unless said: 10.</summary>
    public const long DefaultMinimumBase = 10;

    private RankComparison(IReadOnlyList<NamedRate> units, double level, long minimumBase)
    {
        Level = level;
        MinimumBase = minimumBase;
        TooFew = [.. units.Where(u => u.Rate.Base < minimumBase)];
        NamedRate[] compared = [.. units.Where(u => u.Rate.Base >= minimumBase)];
        var tail = -double.ExpM1(Math.Log(level) / Math.Max(1, compared.Length)) / 2;
        Units = [.. Ranked([.. compared.Select(u => (u, Low(u.Rate.Hits, u.Rate.Base, tail), 1 - Low(u.Rate.Base - u.Rate.Hits, u.Rate.Base, tail)))])];
        Groups = [.. GroupsOf(Units)];
    }

    /// <summary>With which probability at least all intervals hold at once.</summary>
    public double Level { get; }

    /// <summary>The smallest base that is ranked.</summary>
    public long MinimumBase { get; }

    /// <summary>The units, by descending rate, those with equal rates by name.</summary>
    public IReadOnlyList<RankedUnit> Units { get; }

    /// <summary>The units whose base is too small to rank, in the order given.</summary>
    public IReadOnlyList<NamedRate> TooFew { get; }

    /// <summary>
    /// The largest groups of units of which no two can be told apart, best first, and in each its units in the order of <see cref="Units"/>. A
    /// unit may be in several.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<RankedUnit>> Groups { get; }

    /// <summary>Compares those units.</summary>
    /// <param name="units">The units with their rates.</param>
    /// <param name="level">With which probability at least all intervals hold at once.</param>
    /// <param name="minimumBase">The smallest base that is ranked, at least 1.</param>
    /// <exception cref="ArgumentException">There is no unit, two have one name, the bases have different names, or the smallest base is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1, both exclusive.</exception>
    public static RankComparison Of(IEnumerable<NamedRate> units, double level = Rate.DefaultLevel, long minimumBase = DefaultMinimumBase)
    {
        Guard.Against.UnfitLevel(level);
        Guard.Against.NegativeOrZero(minimumBase);
        return new RankComparison(NamedRates.Comparable(units), level, minimumBase);
    }

    private static double Low(decimal hits, long count, double tail) =>
        hits == 0 ? 0 : BetaDistribution.Quantile(tail, (double)hits, (double)(count - hits) + 1);

    private static IEnumerable<RankedUnit> Ranked((NamedRate Unit, double Low, double High)[] compared)
    {
        double[] lows = [.. compared.Select(c => c.Low).Order()];
        double[] highs = [.. compared.Select(c => c.High).Order()];
        double[] rates = [.. compared.Select(c => c.Unit.Rate.Value!.Value).Order()];
        return compared
            .OrderByDescending(c => c.Unit.Rate.Value).ThenBy(c => c.Unit.Name, StringComparer.Ordinal)
            .Select(c => new RankedUnit(c.Unit, c.Low, c.High)
            {
                Rank = 1 + Above(rates, c.Unit.Rate.Value!.Value),
                BestRank = 1 + Above(lows, c.High),
                WorstRank = Above(highs, Math.BitDecrement(c.Low)),
            });
    }

    /// <summary>How many of the values are above a limit.</summary>
    private static int Above(double[] ascending, double limit)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] <= limit)
                low = middle + 1;
            else
                high = middle;
        }

        return ascending.Length - low;
    }

    /// <summary>The groups change only where an interval ends below the beginning of the last that joined: there the group is as large as it gets.</summary>
    private static IEnumerable<IReadOnlyList<RankedUnit>> GroupsOf(IReadOnlyList<RankedUnit> units)
    {
        var ends = units.OrderByDescending(u => u.Low).ToList();
        var joining = units.OrderByDescending(u => u.High).ToList();
        var (left, joined) = (0, 0);
        while (joined < joining.Count)
        {
            var limit = ends[left].Low;
            var before = joined;
            while (joined < joining.Count && joining[joined].High >= limit)
                joined++;
            if (joined > before)
                yield return [.. units.Where(u => u.Low <= limit && u.High >= limit)];
            left++;
        }
    }
}
