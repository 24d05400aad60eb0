using System.Numerics;

namespace CampaignKit.Draws;

/// <summary>
/// A field of entrants whose tickets come at exponential times, and its state at a time x. One instance serves one computation: it keeps
/// its arrays.
/// </summary>
internal sealed class TicketField
{
    private readonly IReadOnlyList<WeightGroup> _groups;
    private readonly int _take;
    private readonly double[][] _before;
    private readonly double[] _behind;
    private readonly double[] _others;
    private readonly double[] _next;
    private readonly double[] _arrivals;
    private readonly double[] _fewEnough;

    internal TicketField(IReadOnlyList<WeightGroup> groups, int take)
    {
        _groups = groups;
        _take = take;
        _before = [.. groups.Select(_ => new double[take])];
        (_behind, _others, _next, _arrivals) = (new double[take], new double[take], new double[take], new double[take]);
        _fewEnough = new double[groups.Count];
    }

    /// <summary>The time at which as many tickets are to be expected as there are places.</summary>
    internal double TimeOfTheLastPlace()
    {
        var (low, high) = (0.0, 1.0);
        while (Expected(high) < _take && high < 1e6)
            high *= 2;
        for (var halving = 0; halving < 200 && low < high; halving++)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
                break;
            if (Expected(middle) < _take)
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    /// <summary>Whether hardly any ticket has come by then.</summary>
    internal bool IsBefore(double x, double negligible) => _groups.Max(group => group.Weight) * x < negligible;

    /// <summary>Whether nobody is likely to take a place later. Asked of the time for which densities were added last.</summary>
    internal bool IsOver(double x, double negligible) =>
        _groups.Select((group, i) => Math.Exp(-group.Weight * x) * _fewEnough[i]).All(late => late < negligible);

    /// <summary>Adds, for each group, the density of one entrant's ticket at x, times the probability that fewer others than places came before, times a factor.</summary>
    internal void AddDensities(double x, double factor, double[] sums)
    {
        // A group's others are the groups before it, those behind it, and its own without one.
        Array.Clear(_behind);
        _behind[0] = 1;
        for (var i = 0; i < _groups.Count; i++)
        {
            _behind.CopyTo(_before[i], 0);
            Join(_behind, _groups[i].Weight * x, _groups[i].Count);
        }

        Array.Clear(_behind);
        _behind[0] = 1;
        for (var i = _groups.Count - 1; i >= 0; i--)
        {
            var (weight, count) = _groups[i];
            _before[i].CopyTo(_others, 0);
            Join(_others, weight * x, count - 1);
            _fewEnough[i] = FewEnough(_others, _behind);
            sums[i] += factor * weight * Math.Exp(-weight * x) * _fewEnough[i];
            if (i > 0)
                Join(_behind, weight * x, count);
        }
    }

    private double Expected(double x) => _groups.Sum(group => group.Count * Arrived(group.Weight * x));

    // 1 - e^(-y) without loss of digits for small y.
    private static double Arrived(double y) => y < 1 ? 2 * Math.Exp(-y / 2) * Math.Sinh(y / 2) : 1 - Math.Exp(-y);

    // The probability that two independent counts together are below the number of places.
    private static double FewEnough(double[] left, double[] right)
    {
        var (total, below) = (0.0, 0.0);
        for (var i = left.Length - 1; i >= 0; i--)
        {
            below += right[left.Length - 1 - i];
            total += left[i] * below;
        }

        return total;
    }

    /// <summary>Adds to a count those of so many entrants who have arrived, each with probability 1 − e^(−y).</summary>
    private void Join(double[] count, double y, int entrants)
    {
        var terms = Binomial(y, entrants);
        Array.Clear(_next);
        for (var arrived = 0; arrived < terms; arrived++)
        {
            if (_arrivals[arrived] > 0)
                AddScaled(count.AsSpan(0, _take - arrived), _arrivals[arrived], _next.AsSpan(arrived));
        }

        _next.CopyTo(count, 0);
    }

    private static void AddScaled(ReadOnlySpan<double> source, double factor, Span<double> target)
    {
        var i = 0;
        for (; i <= source.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(target[i..]) + (new Vector<double>(source[i..]) * factor)).CopyTo(target[i..]);
        for (; i < source.Length; i++)
            target[i] += source[i] * factor;
    }

    // The first terms of the binomial distribution, by the ratio of neighbours from the first on. The first can be smaller than any
    // double where later ones count, so terms are kept as a mantissa and a power of two.
    private int Binomial(double y, int entrants)
    {
        const double Small = 1e-100;
        const double Large = 1e100;
        const double Nothing = -1e5;
        var terms = Math.Min(entrants + 1, _take);
        Array.Clear(_arrivals, 0, terms);
        var odds = Arrived(y) * Math.Exp(y);
        if (double.IsInfinity(odds))
        {
            if (entrants < _take)
                _arrivals[entrants] = 1;
            return terms;
        }

        var bits = -entrants * y * double.Log2(Math.E);
        var (power, oddsPower) = (Math.Floor(bits), odds > 0 ? Math.ILogB(odds) : 0);
        var (mantissa, oddsMantissa) = (Math.Pow(2, bits - power), Math.ScaleB(odds, -oddsPower));
        for (var arrived = 0; arrived < terms; arrived++)
        {
            _arrivals[arrived] = power < Nothing ? 0 : Math.ScaleB(mantissa, (int)power);
            mantissa *= oddsMantissa * (entrants - arrived) / (arrived + 1);
            power += oddsPower;
            if (mantissa is > Large or < Small and > 0)
            {
                var moved = Math.ILogB(mantissa);
                mantissa = Math.ScaleB(mantissa, -moved);
                power += moved;
            }
        }

        return terms;
    }
}
