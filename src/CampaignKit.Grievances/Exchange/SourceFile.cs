namespace CampaignKit.Grievances;

/// <summary>Opens files and streams, compressed by gzip or not, which their first two bytes tell (RFC 1952).</summary>
internal static class SourceFile
{
    public static Stream Open(string path)
    {
        var file = File.OpenRead(Guard.Against.NullOrEmpty(path));
        try
        {
            return Plain(file, leaveOpen: false);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What the stream holds, decompressed if need be.</summary>
    public static PeekedStream Plain(Stream stream, bool leaveOpen)
    {
        var peeked = new PeekedStream(stream, leaveOpen);
        return peeked.Head is [0x1f, 0x8b, ..] ? new PeekedStream(new WholeGzipStream(peeked), leaveOpen: false) : peeked;
    }
}
