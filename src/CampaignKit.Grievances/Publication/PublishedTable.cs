namespace CampaignKit.Grievances;

/// <summary>
/// A table of counts with totals as its readers see it: some cells shown, some hidden. Anybody's, not only one made by
/// <see cref="Suppression"/>. Immutable and safe for use from any thread.
/// </summary>
public sealed class PublishedTable
{
    internal PublishedTable(TableShape shape, IReadOnlyList<PublishedCell> cells)
    {
        Shape = shape;
        Cells = cells;
    }

    /// <summary>The names of the rows, without that of the totals.</summary>
    public IReadOnlyList<string> Rows => Shape.Rows;

    /// <summary>The names of the columns, without that of the totals; none for a one-way table.</summary>
    public IReadOnlyList<string> Columns => Shape.Columns;

    /// <summary>Whether there are columns, with totals of rows and columns.</summary>
    public bool IsTwoWay => Shape.IsTwoWay;

    /// <summary>The addresses of the hidden cells, by row and column.</summary>
    public IReadOnlyList<CellAddress> Hidden => [.. Enumerable.Range(0, Cells.Count).Where(c => !Cells[c].IsShown).Select(Shape.AddressOf)];

    /// <summary>What is told at an address, totals included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such cell.</exception>
    public PublishedCell this[CellAddress address] => Cells[Shape.IndexOf(address)];

    /// <summary>What is told at a row and a column, totals included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such cell.</exception>
    public PublishedCell this[int row, int column] => this[new CellAddress(row, column)];

    internal TableShape Shape { get; }

    internal IReadOnlyList<PublishedCell> Cells { get; }

    /// <summary>A published list; the total stands last, hidden if it was not published.</summary>
    /// <exception cref="ArgumentException">There is no row, a row repeats, or there is not one cell a row and one for the total.</exception>
    public static PublishedTable OneWay(IReadOnlyList<string> rows, IReadOnlyList<PublishedCell> cells) =>
        Of(new TableShape(rows, [], isTwoWay: false), [.. Guard.Against.Null(cells).Select(c => new[] { c })]);

    /// <summary>
    /// A published table of rows and columns; each row ends with its total, the last row holds the totals of the columns and the grand total,
    /// hidden where they were not published.
    /// </summary>
    /// <exception cref="ArgumentException">There is no row or column, one repeats, or the cells are not as many as names and totals.</exception>
    public static PublishedTable TwoWay(IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<PublishedCell>> cells) =>
        Of(new TableShape(rows, columns, isTwoWay: true), Guard.Against.Null(cells));

    /// <summary>The table with its totals, a row a line, hidden cells by their marks.</summary>
    public override string ToString() => TableText.Of(Shape, cell => Cells[cell].ToString());

    private static PublishedTable Of(TableShape shape, IReadOnlyList<IReadOnlyList<PublishedCell>> rows) =>
        rows.Count == shape.Height && rows.All(r => r is not null && r.Count == shape.Width)
            ? new PublishedTable(shape, [.. rows.SelectMany(r => r)])
            : throw new ArgumentException($"cells: must be {shape.Height} rows of {shape.Width}, totals included.", nameof(rows));
}
