namespace CampaignKit.Draws;

/// <summary>One thing that is wrong with the folder of a draw.</summary>
/// <param name="File">The file, by its name in the folder.</param>
/// <param name="Place">Where: a JSON path, a line, or the whole file.</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Rule">The rule it breaks.</param>
public sealed record DrawFolderProblem(string File, string Place, string Value, string Rule)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{File}: {Place}: {Value}: {Rule}";
}
