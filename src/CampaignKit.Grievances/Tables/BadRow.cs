using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>A row of a file, or an element of a document, that makes no case.</summary>
/// <param name="Line">The line on which it begins; a file's first is 1.</param>
/// <param name="Cells">Everything that is wrong with it.</param>
public sealed record BadRow(long Line, IReadOnlyList<BadCell> Cells)
{
    /// <summary>Which element of a document it is, such as <c>request 17</c>; null in a file of rows.</summary>
    public string? Element { get; init; }

    /// <summary>Where it is and what is wrong with it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Element is null ? "" : $"{Element}, ")}line {Line}: {string.Join("; ", Cells)}");
}
