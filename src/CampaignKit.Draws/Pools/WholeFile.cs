namespace CampaignKit.Draws;

/// <summary>
/// Writes a file beside its place, under a name of its own, and moves it there when it is whole and on the disk, so that no reader meets half
/// of one, and nobody who writes the same file at the same time is disturbed. If that fails, nothing is left.
/// </summary>
internal static class WholeFile
{
    internal static void Write(string path, Action<Stream> write)
    {
        Guard.Against.NullOrEmpty(path);
        var unfinished = $"{path}.{Path.GetRandomFileName()}.unfinished";
        var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
