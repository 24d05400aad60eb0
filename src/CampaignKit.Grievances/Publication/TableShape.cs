namespace CampaignKit.Grievances;

/// <summary>
/// Rows, columns and totals of a table, and the network that they make: each cell is an arc along which its count flows, so that
/// "the parts add up to the total" is "what flows into a node flows out".
/// </summary>
/// <remarks>
/// A cell leads from its row to its column, a row total back into its row, a column total out of its column, the grand total from the column
/// totals to the row totals. In a one-way table all cells lead from one node to another and the total leads back.
/// L. H. Cox, Suppression Methodology and Statistical Disclosure Control, Journal of the American Statistical Association 75 (1980), 377-385.
/// </remarks>
internal sealed class TableShape
{
    public TableShape(IReadOnlyList<string> rows, IReadOnlyList<string> columns, bool isTwoWay)
    {
        Rows = NamesOf(rows, nameof(rows));
        Columns = isTwoWay ? NamesOf(columns, nameof(columns)) : [];
        IsTwoWay = isTwoWay;
    }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlyList<string> Columns { get; }

    public bool IsTwoWay { get; }

    public int Height => Rows.Count + 1;

    public int Width => IsTwoWay ? Columns.Count + 1 : 1;

    public int Size => Height * Width;

    public int Nodes => IsTwoWay ? Height + Width : 2;

    public CellAddress AddressOf(int cell) => new(cell / Width, cell % Width);

    public int IndexOf(CellAddress address)
    {
        Guard.Against.OutOfRange(address.Row, nameof(address), 0, Height - 1);
        Guard.Against.OutOfRange(address.Column, nameof(address), 0, Width - 1);
        return (address.Row * Width) + address.Column;
    }

    public bool IsTotal(int cell) => AddressOf(cell) is var (row, column) && (row == Rows.Count || (IsTwoWay && column == Columns.Count));

    public (int From, int To) ArcOf(int cell)
    {
        var (row, column) = AddressOf(cell);
        var isRowTotal = IsTwoWay && column == Columns.Count;
        var (here, there) = IsTwoWay ? (row, Height + column) : (0, 1);
        return (row == Rows.Count) == isRowTotal ? (here, there) : (there, here);
    }

    public string NameOf(int cell)
    {
        var (row, column) = AddressOf(cell);
        var name = row < Rows.Count ? Rows[row] : "total";
        return !IsTwoWay ? name : $"{name} / {(column < Columns.Count ? Columns[column] : "total")}";
    }

    /// <summary>The sums that a table consists of: a total, and the cells that add up to it.</summary>
    public IEnumerable<(int Total, IReadOnlyList<int> Parts)> Sums()
    {
        for (var row = 0; IsTwoWay && row < Height; row++)
            yield return ((row * Width) + Columns.Count, [.. Enumerable.Range(row * Width, Columns.Count)]);
        for (var column = 0; column < Width; column++)
            yield return ((Rows.Count * Width) + column, [.. Enumerable.Range(0, Rows.Count).Select(r => (r * Width) + column)]);
    }

    private static IReadOnlyList<string> NamesOf(IReadOnlyList<string> names, string parameter)
    {
        Guard.Against.NullOrEmpty(names, parameter);
        var repeated = names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        return repeated is null ? [.. names] : throw new ArgumentException($"{parameter} '{repeated}': must be there once only.", parameter);
    }
}
