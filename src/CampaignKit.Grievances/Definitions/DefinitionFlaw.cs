namespace CampaignKit.Grievances;

/// <summary>One thing wrong in a definition that was read from text.</summary>
/// <param name="Path">Where, such as <c>rates.response.of</c>; empty for the whole.</param>
/// <param name="Value">What stands there, as written; empty if nothing does.</param>
/// <param name="Rule">What should stand there.</param>
public sealed record DefinitionFlaw(string Path, string Value, string Rule)
{
    /// <summary>Path, value and rule in one line.</summary>
    /// <remarks>Characters that steer a terminal are written as <c>\uXXXX</c>, and of a long path or value a hundred are shown.</remarks>
    public override string ToString() => $"{(Path.Length > 0 ? PrintedText.Short(Path) : "definition")}: {(Value.Length > 0 ? PrintedText.Short(Value) : "nothing")}: {PrintedText.Of(Rule)}";
}
