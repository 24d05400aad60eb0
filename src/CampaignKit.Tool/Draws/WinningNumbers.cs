using System.Globalization;
using System.Numerics;
using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>Which of the numbers 1 to a last one end with a suffix, and how many would of as many random numbers.</summary>
internal sealed class WinningNumbers
{
    public const long Most = 999_999_999_999_999_999;
    public const int MostDigits = 18;

    private const int MostNamed = 100;

    private readonly long _last;
    private readonly int _digits;
    private readonly long _count;
    private readonly double _expected;
    private readonly List<string> _first;

    /// <summary>The numbers, each written with so many digits.</summary>
    /// <exception cref="ArgumentException">The suffixes are not distinct digit strings.</exception>
    public WinningNumbers(long last, int digits, string[] suffixes)
    {
        (_last, _digits) = (last, digits);
        _count = SuffixOdds.CountUpTo(last, digits, suffixes);
        _expected = SuffixOdds.ExpectedAmong(last, digits, suffixes);
        _first = [.. suffixes
            .Where(suffix => suffix.Length <= digits)
            .SelectMany(suffix => EndingWith(suffix).TakeWhile(number => number <= last).Take(MostNamed))
            .Distinct().Order().Take(MostNamed)
            .Select(number => ((long)number).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'))];
    }

    public static bool Fits(long last, int digits) => last < BigInteger.Pow(10, digits);

    public void Write(TextWriter output)
    {
        output.WriteLine(FormattableString.Invariant($"{_count:N0} of the numbers 1 to {_last:N0} win"));
        foreach (var number in _first)
            output.WriteLine($"  {number}");
        if (_count > _first.Count)
            output.WriteLine(FormattableString.Invariant($"  and {_count - _first.Count:N0} more"));
        output.WriteLine(FormattableString.Invariant($"of {_last:N0} random numbers of {_digits} digits, expected winners: {_expected:0.######}"));
    }

    public void Write(Utf8JsonWriter document)
    {
        document.WriteNumber("numbers", _last);
        document.WriteNumber("digits", _digits);
        document.WriteNumber("winners", _count);
        document.WriteStartArray("winning");
        foreach (var number in _first)
            document.WriteStringValue(number);
        document.WriteEndArray();
        document.WriteNumber("expectedAmongRandom", _expected);
    }

    private static IEnumerable<BigInteger> EndingWith(string suffix)
    {
        var step = BigInteger.Pow(10, suffix.Length);
        var end = BigInteger.Parse(suffix, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var number = end.IsZero ? step : end; ; number += step)
            yield return number;
    }
}
