using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// A published percentage, with the decimals it was published with, and what it gives away: of a small base it gives back the hits.
/// </summary>
public readonly record struct PublishedPercent
{
    /// <summary>A percentage as published: <c>33.3m</c> has one decimal, <c>33.30m</c> two.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 100.</exception>
    public PublishedPercent(decimal value) => Value = Guard.Against.OutOfRange(value, nameof(value), 0m, 100m);

    /// <summary>The percentage, 0 to 100.</summary>
    public decimal Value { get; }

    /// <summary>How many decimals it was published with.</summary>
    public int Decimals => Value.Scale;

    /// <summary>
    /// The least and the most whole number of hits out of a base that round to this percentage; null if none does. Halves are taken to round
    /// away from zero, as people do.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The base is not between 1 and <see cref="CountTable.MaxCount"/>.</exception>
    public CellInterval? HitsOf(long count)
    {
        Guard.Against.OutOfRange(count, nameof(count), 1, CountTable.MaxCount);
        var half = new decimal(5, 0, 0, isNegative: false, (byte)(Decimals + 1));
        var low = (long)decimal.Ceiling(Math.Max(Value - half, 0) * count / 100);
        var over = (Value + half) * count / 100;
        var high = Math.Min((long)decimal.Ceiling(over) - 1, count);
        return low <= high ? new CellInterval(low, high) : null;
    }

    /// <summary>The percentage with its decimals and the sign: <c>33.3 %</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} %");
}
