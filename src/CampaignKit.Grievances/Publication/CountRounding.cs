namespace CampaignKit.Grievances;

/// <summary>
/// Rounding of counts to multiples of a base, such as 5 or 10. By no chance: the same table is always rounded the same way. Immutable and
/// safe for use from any thread.
/// </summary>
/// <param name="Base">The base.</param>
/// <param name="Ties">Where a count goes that lies half-way; to the even multiple unless said.</param>
public sealed record CountRounding(long Base, RoundingTies Ties = RoundingTies.ToEven)
{
    /// <summary>The base, from 1 (which leaves all as it is) to 10^6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public long Base { get; } = Guard.Against.OutOfRange(Base, nameof(Base), 1, 1_000_000);

    /// <summary>Where a count goes that lies half-way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no such value.</exception>
    public RoundingTies Ties { get; } = Guard.Against.EnumOutOfRange(Ties);

    /// <summary>The nearest multiple of the base.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or above <see cref="CountTable.MaxCount"/>.</exception>
    public long Round(long count)
    {
        var (whole, rest) = Math.DivRem(Guard.Against.OutOfRange(count, nameof(count), 0, CountTable.MaxCount), Base);
        var isUp = (rest * 2).CompareTo(Base) switch
        {
            > 0 => true,
            0 => Ties is RoundingTies.Up || whole % 2 == 1,
            _ => false,
        };
        return (whole + (isUp ? 1 : 0)) * Base;
    }

    /// <summary>
    /// Each cell and each total to its nearest multiple, independently: every number is within half a base of the truth, and parts may not add up
    /// to totals.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    public PublishedTable RoundEach(CountTable table) =>
        new(Guard.Against.Null(table).Shape, [.. table.Counts.Select(c => PublishedCell.Shown(Round(c)))]);

    /// <summary>
    /// Controlled rounding: each cell and total to a multiple just below or above it, multiples unchanged, so that parts add up to totals. Every number
    /// is within one base of the truth, and starts from the nearest multiple where the sums allow it.
    /// L. H. Cox, L. R. Ernst, Controlled Rounding, INFOR 20 (1982), 423-432.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    public CountTable RoundControlled(CountTable table)
    {
        var multiples = new CellNetwork(
            Guard.Against.Null(table).Shape,
            table.Counts.Select(c => Round(c) / Base),
            table.Counts.Select(c => c / Base),
            table.Counts.Select(c => (c + Base - 1) / Base));
        return multiples.TryBalance()
            ? new CountTable(table.Shape, [.. multiples.Counts.Select(c => c * Base)])
            : throw new InvalidOperationException("A two-way table has a controlled rounding, always.");
    }
}
