namespace CampaignKit.Grievances;

/// <summary>A part of a section: prose, a list, a table or a chart. Texts are as they are; each form of page escapes them.</summary>
internal abstract record PagePart;

/// <summary>A paragraph.</summary>
internal sealed record PageProse(string Text) : PagePart;

/// <summary>A list of sentences.</summary>
internal sealed record PageList(IReadOnlyList<string> Items) : PagePart;

/// <summary>A table whose first column names the rows.</summary>
/// <param name="Caption">What it is.</param>
/// <param name="Columns">The headers, and whether what stands below is a number.</param>
/// <param name="Rows">The cells.</param>
/// <param name="IsFolded">Whether a page that can fold hides it at first.</param>
internal sealed record PageTable(string Caption, IReadOnlyList<(string Header, bool IsNumber)> Columns, IReadOnlyList<string[]> Rows, bool IsFolded = false) : PagePart;

/// <summary>A chart, which only a page that can draw has.</summary>
/// <param name="Svg">The drawing.</param>
/// <param name="Caption">How to read it.</param>
internal sealed record PageChart(string Svg, string Caption) : PagePart
{
    /// <summary>The drawing for a phone.</summary>
    public required string Narrow { get; init; }

    /// <summary>The chart drawn in both sizes; null if there is nothing to draw.</summary>
    public static PageChart? Of(Func<ChartFrame, (string Svg, string Caption)?> draw) =>
        draw(ChartFrame.Wide) is var (svg, caption) && draw(ChartFrame.Narrow) is var (narrow, _) ? new PageChart(svg, caption) { Narrow = narrow } : null;
}
