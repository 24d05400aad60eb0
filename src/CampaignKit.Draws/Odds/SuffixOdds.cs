using System.Globalization;
using System.Numerics;

namespace CampaignKit.Draws;

/// <summary>
/// How many numbers end with one of a set of suffixes, before anything is drawn: counted in a pool, among consecutive numbers, or
/// expected of random ones. A number counts once, however many suffixes fit it; leading zeros count as digits.
/// </summary>
public static class SuffixOdds
{
    private const int MaxDigits = 18;

    /// <summary>How many numbers of a pool win.</summary>
    /// <exception cref="ArgumentException">The pool is not of numbers, or the suffixes are not distinct digit strings.</exception>
    public static int CountIn(Pool numbers, params IEnumerable<string> suffixes)
    {
        if (Guard.Against.Null(numbers).Kind != PoolKind.Numbers)
            throw new ArgumentException($"Suffixes are looked for in a pool of {PoolKind.Numbers}; this one is of {numbers.Kind}.", nameof(numbers));
        var wanted = new Suffixes(Shortest(suffixes));
        return Enumerable.Range(0, numbers.Size).Count(entry => wanted.FitEnd(numbers.Lines.Value(entry)));
    }

    /// <summary>How many of the numbers 1 to <paramref name="last"/> win, each written with <paramref name="digits"/> digits.</summary>
    /// <param name="last">The last number, 0 if there is none; it fits the digits.</param>
    /// <param name="digits">The digits of each, leading zeros included, 1 to 18.</param>
    /// <param name="suffixes">The suffixes.</param>
    /// <exception cref="ArgumentException">The suffixes are not distinct digit strings.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> or <paramref name="last"/> is out of its range.</exception>
    public static long CountUpTo(long last, int digits, params IEnumerable<string> suffixes)
    {
        Guard.Against.OutOfRange(digits, nameof(digits), 1, MaxDigits);
        Guard.Against.OutOfRange(last, nameof(last), 0, Power(digits) - 1);
        return Shortest(suffixes).Where(suffix => suffix.Length <= digits).Sum(suffix =>
        {
            var end = long.Parse(suffix, NumberStyles.None, CultureInfo.InvariantCulture);
            var withZero = end > last ? 0 : ((last - end) / Power(suffix.Length)) + 1;
            return end == 0 ? withZero - 1 : withZero;
        });
    }

    /// <summary>How many winners are to be expected among random numbers of so many digits, each as likely as any other.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="digits">The digits of each, leading zeros included, 1 to 256.</param>
    /// <param name="suffixes">The suffixes.</param>
    /// <exception cref="ArgumentException">The suffixes are not distinct digit strings, or <paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is out of its range.</exception>
    public static double ExpectedAmong(long count, int digits, params IEnumerable<string> suffixes)
    {
        Guard.Against.Negative(count);
        Guard.Against.OutOfRange(digits, nameof(digits), 1, EntrantText.MaxIdBytes);
        return count * Shortest(suffixes).Where(suffix => suffix.Length <= digits).Sum(suffix => Math.Pow(10, -suffix.Length));
    }

    private static long Power(int digits) => (long)BigInteger.Pow(10, digits);

    // What ends with "921" ends with "21": a suffix that ends with another adds nobody, and the rest have no number in common.
    private static List<string> Shortest(IEnumerable<string> suffixes)
    {
        List<string> all = [.. Guard.Against.Null(suffixes)];
        if (NumberEndsWithRule.SuffixProblem(all) is { } rule)
            throw new ArgumentException($"'{string.Join("', '", all)}': {rule}.", nameof(suffixes));
        return [.. all.Where(suffix => !all.Any(other => other.Length < suffix.Length && suffix.EndsWith(other, StringComparison.Ordinal)))];
    }
}
