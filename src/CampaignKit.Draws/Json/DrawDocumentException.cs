namespace CampaignKit.Draws;

/// <summary>A document that cannot be read, such as a manifest, a transcript or a beacon's answer: no JSON, a field missing, unknown, twice, or of a value that it cannot have.</summary>
public sealed class DrawDocumentException : FormatException
{
    /// <summary>An error at a place of a document.</summary>
    public DrawDocumentException(string path, string value, string rule)
        : base($"{path}: {value}: {rule}.")
    {
        Path = path;
        Value = value;
        Rule = rule;
    }

    /// <summary>Where: a JSON path.</summary>
    public string Path { get; }

    /// <summary>What stands there, shortened.</summary>
    public string Value { get; }

    /// <summary>The rule it breaks.</summary>
    public string Rule { get; }
}
