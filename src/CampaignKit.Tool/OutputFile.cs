namespace CampaignKit.Tool;

/// <summary>Files and folders that the command line says to write.</summary>
internal static class OutputFile
{
    /// <summary>Writes; what cannot be written is told with what on the command line named it.</summary>
    public static void Write(string namedBy, string path, Action<string> write)
    {
        if (path.Length == 0)
            throw new BadInputException($"{namedBy} is empty; it says where to write.");
        try
        {
            write(path);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{namedBy} is '{path}'; it cannot be written: {unwritable.Message}");
        }
    }
}
