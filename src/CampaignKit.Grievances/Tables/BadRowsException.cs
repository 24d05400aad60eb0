namespace CampaignKit.Grievances;

/// <summary>A file has more bad rows than its <see cref="CsvMap.BadRowLimit"/> allows; reading stopped and nothing was kept.</summary>
public sealed class BadRowsException : FormatException
{
    private const int Shown = 10;

    internal BadRowsException(int limit, IReadOnlyList<BadRow> rows)
        : base($"More than {limit} bad {(limit == 1 ? "row" : "rows")}. The first are:{string.Concat(rows.Take(Shown).Select(r => $"{Environment.NewLine}  {r}"))}") => Rows = rows;

    /// <summary>The bad rows up to the one that was too many.</summary>
    public IReadOnlyList<BadRow> Rows { get; }
}
