namespace CampaignKit.Tool;

/// <summary>Where the name of a file leads, through symbolic links.</summary>
internal static class RealPath
{
    // As many as Linux follows; links that lead in a circle end here.
    private const int MostLinks = 40;

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Whether two names lead to one place, also where nothing is yet. Two hard links to one file are two places.</summary>
    public static bool AreSame(string path, string other) => Of(path).Equals(Of(other), Comparison);

    /// <summary>The place to which a name leads, in full.</summary>
    public static string Of(string path) => Follow(Path.GetFullPath(path), []);

    /// <summary>Whether a name leads to, or through, what the system names for devices and open files, such as <c>/dev/stdout</c>.</summary>
    public static bool IsDevice(string path)
    {
        var links = new List<string>();
        var real = Follow(Path.GetFullPath(path), links);
        return links.Append(real).Any(IsOfTheSystem);
    }

    private static bool IsOfTheSystem(string path) => OperatingSystem.IsWindows()
        ? path.StartsWith(@"\\.\", StringComparison.Ordinal)
        : path.StartsWith("/proc/", StringComparison.Ordinal)
            || (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal));

    private static string Follow(string path, List<string> links)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
            return path;

        var real = Path.Combine(Follow(folder, links), Path.GetFileName(path));
        if (links.Count == MostLinks || new FileInfo(real).LinkTarget is not { } target)
            return real;
        links.Add(real);
        return Follow(Path.GetFullPath(target, Path.GetDirectoryName(real)!), links);
    }
}
