namespace CampaignKit.Grievances;

/// <summary>
/// What readers can work out of the hidden cells of a published table, exactly: for each the least and the most over all tables of
/// non-negative whole numbers that add up and agree with every published cell, total and limit.
/// </summary>
/// <remarks>
/// <para>It knows what the table says, not how its maker chose: that a cell would not have been hidden had another been larger is not
/// counted, nor are other tables of the same cases. Immutable and safe for use from any thread. Time: two maximum flows a hidden cell.</para>
/// <para>M. Fischetti, J. J. Salazar, Models and Algorithms for Optimizing Cell Suppression in Tabular Data with Linear Constraints, Journal of the
/// American Statistical Association 95 (2000), 916-928; L. Willenborg, T. de Waal, Elements of Statistical Disclosure Control (2001).</para>
/// </remarks>
public sealed record SuppressionAudit
{
    private SuppressionAudit(IReadOnlyList<AuditedCell> cells, string? contradiction)
    {
        Cells = cells;
        Contradiction = contradiction;
    }

    /// <summary>The hidden cells, by row and column; none if the table contradicts itself.</summary>
    public IReadOnlyList<AuditedCell> Cells { get; }

    /// <summary>The hidden cells that are not protected.</summary>
    public IReadOnlyList<AuditedCell> Recoverable => [.. Cells.Where(c => !c.IsProtected)];

    /// <summary>Why no table of counts agrees with what is published, such as rounded counts that do not add up; null if one does.</summary>
    public string? Contradiction { get; }

    /// <summary>Whether the table adds up and all its hidden cells are protected.</summary>
    public bool Passed => Contradiction is null && Cells.All(c => c.IsProtected);

    /// <summary>Audits a published table.</summary>
    /// <param name="table">The table, totals included.</param>
    /// <param name="minimumWidth">How far apart the least and the most of each hidden cell must be; 1 if it only must not be determined.</param>
    /// <param name="reach">What the most of each hidden cell must at least be, such as the threshold, if it must not be told to be small.</param>
    /// <exception cref="ArgumentException">The table is null, the width is below 1 or the reach negative.</exception>
    public static SuppressionAudit Of(PublishedTable table, long minimumWidth = 1, long reach = 0)
    {
        Guard.Against.Null(table);
        Guard.Against.NegativeOrZero(minimumWidth);
        Guard.Against.Negative(reach);
        var network = new CellNetwork(
            table.Shape,
            table.Cells.Select(c => c.AtLeast),
            table.Cells.Select(c => c.AtLeast),
            table.Cells.Select(c => c.AtMost ?? CellNetwork.Unbounded));
        return network.TryBalance()
            ? new SuppressionAudit([.. table.Hidden.Select(Audited)], contradiction: null)
            : new SuppressionAudit([], ContradictionOf(table));

        AuditedCell Audited(CellAddress address)
        {
            var cell = table.Shape.IndexOf(address);
            var interval = network.IntervalOf(cell);
            return new AuditedCell(address, table.Shape.NameOf(cell), interval, interval.IsAtLeast(minimumWidth) && !(interval.High < reach));
        }
    }

    /// <summary>For people: how many cells are hidden, and the recoverable ones with their intervals.</summary>
    public override string ToString() =>
        Contradiction
        ?? (Passed
            ? $"hidden cells: {Cells.Count}; recoverable: none"
            : $"hidden cells: {Cells.Count}; recoverable: {string.Join(", ", Recoverable)}");

    private static string ContradictionOf(PublishedTable table)
    {
        foreach (var (total, parts) in table.Shape.Sums())
        {
            var least = parts.Sum(p => table.Cells[p].AtLeast);
            var most = parts.Any(p => table.Cells[p].AtMost is null) ? null : parts.Sum(p => table.Cells[p].AtMost);
            if (table.Cells[total].AtMost < least || most < table.Cells[total].AtLeast)
            {
                var sum = new CellInterval(least, most);
                return $"{table.Shape.NameOf(total)} '{table.Cells[total]}': must be the sum of its parts, {sum}";
            }
        }

        return "The table: must add up, but no counts agree with all that is published.";
    }
}
