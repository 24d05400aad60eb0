using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace CampaignKit.Tool;

/// <summary>Options that are numbers: read the same in every culture, refused with option, value and rule.</summary>
internal static class NumberOption
{
    /// <summary>What <see cref="Hits"/> are.</summary>
    public static readonly string HitsRule =
        FormattableString.Invariant($"a number from 0 to {long.MaxValue:N0}, whole or with a fraction of up to six digits, such as 1.9");

    private const NumberStyles HitsStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<T> Whole<T>(string name, T least, T most)
        where T : struct, IBinaryInteger<T> =>
        Of<T>(name, NumberStyles.AllowLeadingSign, value => value >= least && value <= most, FormattableString.Invariant($"a whole number from {least:N0} to {most:N0}"));

    /// <summary>A number of cases from 0 on, some of which may count in part.</summary>
    public static Option<decimal> Hits(string name) => Of<decimal>(name, HitsStyle, AreHits, HitsRule);

    /// <summary>Whether a text is a number of cases as <see cref="Hits"/> takes it.</summary>
    public static bool TryHits(string text, out decimal hits) => decimal.TryParse(text, HitsStyle, CultureInfo.InvariantCulture, out hits) && AreHits(hits);

    /// <summary>A number between 0 and 1, both excluded.</summary>
    public static Option<double> Level(string name) =>
        Of<double>(name, NumberStyles.Float, value => value is > 0 and < 1, "a number above 0 and below 1, such as 0.95");

    private static bool AreHits(decimal value) => value is >= 0 and <= long.MaxValue && decimal.Round(value, 6) == value;

    private static Option<T> Of<T>(string name, NumberStyles style, Func<T, bool> keepsRule, string rule)
        where T : struct, INumber<T> => new(name)
        {
            CustomParser = given =>
            {
                var text = given.Tokens[0].Value;
                if (!T.TryParse(text, style, CultureInfo.InvariantCulture, out var value) || !keepsRule(value))
                    given.AddError($"{name} is {ShownText.Quoted(text)}; it is {rule}.");
                return value;
            },
        };
}
