using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>A row of a file that makes no case.</summary>
/// <param name="Line">The line on which the row begins, the header's being 1.</param>
/// <param name="Cells">Everything that is wrong with it.</param>
public sealed record BadRow(long Line, IReadOnlyList<BadCell> Cells)
{
    /// <summary>The line and what is wrong with it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}: {string.Join("; ", Cells)}");
}
