namespace CampaignKit.Tool;

/// <summary>Where the name of a file leads, through symbolic links.</summary>
internal static class RealPath
{
    // As many as Linux follows; links that lead in a circle end here.
    private const int MostLinks = 40;

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Whether two names lead to one place, also where nothing is yet. Two hard links to one file are not told.</summary>
    public static bool AreSame(string path, string other) => Of(path).Equals(Of(other), Comparison);

    private static string Of(string path)
    {
        var links = MostLinks;
        return Follow(Path.GetFullPath(path), ref links);
    }

    private static string Follow(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
            return path;

        var real = Path.Combine(Follow(folder, ref links), Path.GetFileName(path));
        return new FileInfo(real).LinkTarget is { } target && links-- > 0
            ? Follow(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref links)
            : real;
    }
}
