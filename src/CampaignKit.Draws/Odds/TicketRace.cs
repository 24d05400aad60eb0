namespace CampaignKit.Draws;

/// <summary>
/// The chance to be among the first tickets where weights differ. The smallest of <i>w</i> uniform tickets is above <i>t</i> with
/// probability (1 − t)^w; with x = −ln(1 − t) it comes at an exponential time of rate <i>w</i>, so that
/// <c>P = ∫ w e^(−wx) P(fewer than k of the others came before x) dx</c> over x from 0 to infinity.
/// </summary>
/// <remarks>
/// The integral is a trapezoidal sum in u with x = c·exp(u − exp(−u)), the double-exponential substitution for a half-line of
/// H. Takahasi and M. Mori (1974), which converges exponentially; steps are halved until two sums agree. How many others came is a
/// sum of binomials, of which only the first k terms are kept.
/// </remarks>
internal static class TicketRace
{
    private const double Negligible = 1e-14;
    private const double Agreement = DrawOdds.Accuracy / 10;
    private const double CoarsestStep = 0.25;
    private const int MostHalvings = 6;
    private const int FewestHalvings = 2;

    /// <summary>The chance of an entrant of each group. There are more entrants than places, and every weight is above 0.</summary>
    internal static double[] Chances(IReadOnlyList<WeightGroup> groups, int take, CancellationToken cancellation)
    {
        var field = new TicketField(groups, take);
        var centre = field.TimeOfTheLastPlace();
        var step = Math.Min(CoarsestStep, 1 / Math.Sqrt(take));
        var sum = new double[groups.Count];
        var first = Walk(-step, -step);
        var last = Walk(0, step);
        var chances = Scaled(step);
        for (var halving = 1; halving <= MostHalvings; halving++)
        {
            for (var u = first + (step / 2); u < last; u += step)
                Add(u);
            step /= 2;
            var before = chances;
            chances = Scaled(step);
            if (halving >= FewestHalvings && chances.Zip(before).All(pair => Math.Abs(pair.First - pair.Second) <= Agreement))
                return [.. chances.Select(chance => Math.Min(chance, 1))];
        }

        throw new InvalidOperationException($"The odds of {take} places did not come to an accuracy of {DrawOdds.Accuracy}.");

        // Adds terms from a place outwards, until what lies beyond is negligible; gives the last place.
        double Walk(double from, double by)
        {
            for (var u = from; ; u += by)
            {
                Add(u);
                var (x, _) = At(u);
                if (by < 0 ? field.IsBefore(x, Negligible) : field.IsOver(x, Negligible))
                    return u;
            }
        }

        void Add(double u)
        {
            cancellation.ThrowIfCancellationRequested();
            var (x, slope) = At(u);
            field.AddDensities(x, slope, sum);
        }

        (double X, double Slope) At(double u)
        {
            var x = centre * Math.Exp(u - Math.Exp(-u));
            return (x, x * (1 + Math.Exp(-u)));
        }

        double[] Scaled(double by) => [.. sum.Select(total => total * by)];
    }
}
