namespace CampaignKit.Grievances;

/// <summary>
/// Where a cell stands in a table, counted from 0; the totals stand behind the last row and the last column. A one-way table has one
/// column, number 0.
/// </summary>
/// <param name="Row">The row; the number of rows for the row of totals.</param>
/// <param name="Column">The column; the number of columns for the column of totals.</param>
public readonly record struct CellAddress(int Row, int Column = 0) : IComparable<CellAddress>
{
    /// <summary>By row, then by column.</summary>
    public int CompareTo(CellAddress other) => (Row, Column).CompareTo((other.Row, other.Column));

    /// <summary>Whether one stands before the other.</summary>
    public static bool operator <(CellAddress left, CellAddress right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands behind the other.</summary>
    public static bool operator >(CellAddress left, CellAddress right) => left.CompareTo(right) > 0;

    /// <summary>Whether one stands before the other or is the other.</summary>
    public static bool operator <=(CellAddress left, CellAddress right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one stands behind the other or is the other.</summary>
    public static bool operator >=(CellAddress left, CellAddress right) => left.CompareTo(right) >= 0;
}
