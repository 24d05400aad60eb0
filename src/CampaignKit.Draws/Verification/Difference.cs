namespace CampaignKit.Draws;

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Path">Where: a JSON path into the transcript; into another document after its name and a colon.</param>
/// <param name="Expected">What should stand there, in plain words.</param>
/// <param name="Actual">What stands there.</param>
public sealed record Difference(string Path, string Expected, string Actual)
{
    /// <summary>The difference as a sentence.</summary>
    public override string ToString() => $"{Path}: expected {Expected}; found {Actual}.";
}
