namespace CampaignKit.Tool;

/// <summary>Files that only their owner may read, where the platform knows that.</summary>
internal static class SecretFile
{
    /// <summary>Writes a new file; one that is there already is never touched.</summary>
    /// <exception cref="IOException">The file is there, or cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        try
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            File.Delete(path);
            throw;
        }
    }
}
