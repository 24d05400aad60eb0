using System.IO.Compression;

namespace CampaignKit.Grievances.Tests;

/// <summary>A test on the file of Chicago's requests: skipped, saying so, where there is none beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChicagoFactAttribute : FactAttribute
{
    private static readonly string? File = Find();

    public ChicagoFactAttribute() =>
        Skip = File is null ? "chicago_311_sanitation_2000_2015.csv.gz is in no shared data folder beside or above the checkout" : null;

    internal static CaseTable Read(CsvMap map)
    {
        using var file = System.IO.File.OpenRead(File!);
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return CaseTable.Read(text, map);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(SharedFiles.RepositoryRoot); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "chicago_311_sanitation_2000_2015.csv.gz");
            if (System.IO.File.Exists(file))
                return file;
        }

        return null;
    }
}
