using System.Diagnostics;

namespace CampaignKit.Architecture.Tests;

/// <summary>The files of the checkout that are, or are about to be, under version control.</summary>
internal static class Checkout
{
    /// <summary>The paths of all files, from the root.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. List()];

    /// <summary>The text files among them.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Paths.Where(IsText).Select(SourceFile.Read)];

    public static IEnumerable<SourceFile> CSharp => Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Markdown => Files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal));

    private static IEnumerable<string> List()
    {
        // The checkout may belong to another user than the one who tests, which git refuses unless told.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = SharedFiles.RepositoryRoot,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, "git ls-files failed: the rules for source files are checked in a clone, with git installed.");
        return listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Path.Combine(SharedFiles.RepositoryRoot, path)));
    }

    private static bool IsText(string path) => Path.GetExtension(path) is not (".png" or ".gz" or ".zip" or ".db");
}
