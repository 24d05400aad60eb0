namespace CampaignKit.Draws;

/// <summary>Writes a file beside its place and moves it there when it is whole, so that no reader meets half of one.</summary>
internal static class WholeFile
{
    internal static void Write(string path, Action<Stream> write)
    {
        Guard.Against.NullOrEmpty(path);
        var unfinished = path + ".unfinished";
        using (var stream = File.Create(unfinished))
            write(stream);
        File.Move(unfinished, path, overwrite: true);
    }
}
