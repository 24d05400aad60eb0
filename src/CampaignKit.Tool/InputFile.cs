namespace CampaignKit.Tool;

/// <summary>Files that the command line names.</summary>
internal static class InputFile
{
    /// <summary>Reads a file; one that cannot be read is told with what on the command line named it.</summary>
    public static T Read<T>(string namedBy, string path, Func<string, T> read)
    {
        if (path.Length == 0)
            throw new BadInputException($"{namedBy} is empty; it names a file.");
        if (Directory.Exists(path))
            throw new BadInputException($"{namedBy} is '{path}'; that is a folder, not a file.");
        try
        {
            return read(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException && !File.Exists(path))
        {
            throw new BadInputException($"{namedBy} is '{path}'; there is no such file.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{namedBy} is '{path}'; it cannot be read: {unreadable.Message}");
        }
    }
}
