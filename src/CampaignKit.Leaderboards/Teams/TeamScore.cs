using System.Globalization;

namespace CampaignKit.Leaderboards;

/// <summary>The score of a team: a fraction in lowest terms, compared exactly by multiplying crosswise, never as floating point.</summary>
public readonly record struct TeamScore : IComparable<TeamScore>
{
    private readonly int _perLessOne;

    /// <summary>At most 2^31 scores of 64 bits make a total of 95 bits, so that the products of a comparison fit into 127.</summary>
    internal TeamScore(Int128 total, int per)
    {
        var common = GreatestCommonDivisor(Int128.Abs(total), per);
        Total = total / common;
        _perLessOne = (per / common) - 1;
    }

    /// <summary>The numerator: 25 of 12.5 = 25/2.</summary>
    public Int128 Total { get; }

    /// <summary>The denominator, at least 1: 2 of 12.5 = 25/2.</summary>
    public int Per => _perLessOne + 1;

    /// <summary>Whether the left score is lower.</summary>
    public static bool operator <(TeamScore left, TeamScore right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left score is higher.</summary>
    public static bool operator >(TeamScore left, TeamScore right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left score is not higher.</summary>
    public static bool operator <=(TeamScore left, TeamScore right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left score is not lower.</summary>
    public static bool operator >=(TeamScore left, TeamScore right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(TeamScore other) => (Total * other.Per).CompareTo(other.Total * Per);

    /// <summary>The nearest floating-point number, for display.</summary>
    public double ToDouble() => (double)Total / Per;

    /// <summary>The exact score: <c>12</c> or <c>25/2</c>.</summary>
    public override string ToString() =>
        Per == 1 ? Total.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Total}/{Per}");

    private static int GreatestCommonDivisor(Int128 total, int per)
    {
        var (left, right) = (per, (int)(total % per));
        while (right != 0)
            (left, right) = (right, left % right);
        return left;
    }
}
