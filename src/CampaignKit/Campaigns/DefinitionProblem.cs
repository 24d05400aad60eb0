namespace CampaignKit;

/// <summary>One thing that is wrong with a definition.</summary>
/// <param name="Path">Where: a path such as <c>$.draws.lucky.rules[0].take</c>.</param>
/// <param name="Value">The value found there as JSON writes it, shortened when long; empty when something is missing.</param>
/// <param name="Rule">The rule that it breaks, as a sentence.</param>
public sealed record DefinitionProblem(string Path, string Value, string Rule)
{
    /// <summary>The problem on one line: path, value and rule.</summary>
    public override string ToString() => Value.Length == 0 ? $"{Path}: {Rule}" : $"{Path}: {Value}: {Rule}";
}
