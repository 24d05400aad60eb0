using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>A table made fit for publication, and what was done to it. Only <see cref="Table"/> is for publication.</summary>
public sealed record SuppressedTable
{
    internal SuppressedTable()
    {
    }

    /// <summary>The table to publish: every shown cell and total is the true one.</summary>
    public required PublishedTable Table { get; init; }

    /// <summary>The cells hidden since their counts are small, by row and column.</summary>
    public required IReadOnlyList<CellAddress> Small { get; init; }

    /// <summary>The cells hidden so that the small ones cannot be worked out, by row and column.</summary>
    public required IReadOnlyList<CellAddress> Complementary { get; init; }

    /// <summary>The marks that were used: <see cref="SuppressionMarks.One"/> where ranges would have given counts away.</summary>
    public required SuppressionMarks Marks { get; init; }

    /// <summary>What readers can work out of the hidden cells; it has passed.</summary>
    public required SuppressionAudit Audit { get; init; }

    /// <summary>For its maker, not for publication: the table, and how many cells are hidden for which reason.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Table}{Environment.NewLine}hidden since small: {Small.Count:#,0}; hidden beside them: {Complementary.Count:#,0}; marks: {Marks}");
}
