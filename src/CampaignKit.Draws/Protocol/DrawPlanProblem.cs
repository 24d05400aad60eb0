namespace CampaignKit.Draws;

/// <summary>One thing that is wrong with a plan in a file, or with a file that it names.</summary>
/// <param name="File">The plan, or the file as the plan names it.</param>
/// <param name="Place">Where: a JSON path into the plan, or a line of a file.</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Rule">The rule it breaks.</param>
public sealed record DrawPlanProblem(string File, string Place, string Value, string Rule)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{File}: {Place}: {Value}: {Rule}";
}
