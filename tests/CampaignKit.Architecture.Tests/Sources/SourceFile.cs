namespace CampaignKit.Architecture.Tests;

/// <summary>A text file of the checkout.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Text">What it holds.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public bool IsUnder(string folder) => Path.StartsWith($"{folder}/", StringComparison.Ordinal);

    public static SourceFile Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(SharedFiles.RepositoryRoot, path)));
}
