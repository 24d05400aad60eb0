using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// Counts by one or two groupings, with their totals, as they are before publication: non-negative whole numbers, in the order given.
/// Immutable and safe for use from any thread.
/// </summary>
public sealed class CountTable
{
    /// <summary>The largest count, totals included: 10^12.</summary>
    public const long MaxCount = 1_000_000_000_000;

    private readonly long[] _counts;

    internal CountTable(TableShape shape, long[] counts)
    {
        Shape = shape;
        _counts = counts;
    }

    /// <summary>The names of the rows, without that of the totals.</summary>
    public IReadOnlyList<string> Rows => Shape.Rows;

    /// <summary>The names of the columns, without that of the totals; none for a one-way table.</summary>
    public IReadOnlyList<string> Columns => Shape.Columns;

    /// <summary>Whether there are columns, with totals of rows and columns; if not, there is one list of counts and its total.</summary>
    public bool IsTwoWay => Shape.IsTwoWay;

    /// <summary>The sum of all counts.</summary>
    public long Total => _counts[^1];

    /// <summary>The count at an address, totals included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such cell.</exception>
    public long this[CellAddress address] => _counts[Shape.IndexOf(address)];

    /// <summary>The count at a row and a column, totals included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such cell.</exception>
    public long this[int row, int column] => this[new CellAddress(row, column)];

    internal TableShape Shape { get; }

    internal IReadOnlyList<long> Counts => _counts;

    /// <summary>A list of counts with its total.</summary>
    /// <exception cref="ArgumentException">There is no row, a row repeats, or counts are missing, negative or too large; all those are listed.</exception>
    public static CountTable OneWay(IReadOnlyList<string> rows, IReadOnlyList<long> counts) =>
        Of(new TableShape(rows, [], isTwoWay: false), [.. Guard.Against.Null(counts).Select(c => new[] { c })]);

    /// <summary>Counts by row and column, one list a row, with the totals of both and the grand total.</summary>
    /// <exception cref="ArgumentException">There is no row or column, one repeats, or counts are missing, negative or too large; all those are listed.</exception>
    public static CountTable TwoWay(IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<long>> counts) =>
        Of(new TableShape(rows, columns, isTwoWay: true), Guard.Against.Null(counts));

    /// <summary>The table with its totals, a row a line.</summary>
    public override string ToString() => TableText.Of(Shape, cell => _counts[cell].ToString("#,0", CultureInfo.InvariantCulture));

    private static CountTable Of(TableShape shape, IReadOnlyList<IReadOnlyList<long>> rows)
    {
        var perRow = shape.IsTwoWay ? shape.Columns.Count : 1;
        if (rows.Count != shape.Rows.Count || rows.Any(r => r is null || r.Count != perRow))
            throw new ArgumentException($"counts: must be {shape.Rows.Count} rows of {perRow}.", nameof(rows));

        var counts = new long[shape.Size];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < perRow; column++)
                counts[(row * shape.Width) + column] = rows[row][column];
        }

        string[] flaws =
        [
            .. Enumerable.Range(0, shape.Size).Where(c => counts[c] is < 0 or > MaxCount)
                .Select(c => string.Create(CultureInfo.InvariantCulture, $"{shape.NameOf(c)} '{counts[c]}': must be a count from 0 to {MaxCount}")),
        ];
        if (flaws.Length > 0)
            throw new ArgumentException(string.Join("; ", flaws), nameof(rows));

        foreach (var (total, parts) in shape.Sums())
        {
            counts[total] = parts.Aggregate(0L, (sum, part) => Math.Min(sum + counts[part], MaxCount + 1));
            Guard.Against.OutOfRange(counts[total], shape.NameOf(total), 0, MaxCount);
        }

        return new CountTable(shape, counts);
    }
}
