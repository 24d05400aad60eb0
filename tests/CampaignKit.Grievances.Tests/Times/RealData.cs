using System.IO.Compression;

namespace CampaignKit.Grievances.Tests;

/// <summary>Real files beside the checkout.</summary>
internal static class RealData
{
    public static string PathOf(string file) => Path.GetFullPath(Path.Combine(SharedFiles.RepositoryRoot, "../shared/data", file));

    public static Stream Open(string file) => new GZipStream(File.OpenRead(PathOf(file)), CompressionMode.Decompress);
}
