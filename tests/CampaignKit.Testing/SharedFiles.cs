using System.Reflection;

namespace CampaignKit.Testing;

/// <summary>Where tests find files: vectors copied beside the test assembly, and the root of the checkout.</summary>
public static class SharedFiles
{
    /// <summary>The full path of a file that the calling test project copies to its output, such as <c>Vectors/ticket-v1.json</c>.</summary>
    public static string Beside(string relativePath) => Path.Combine(AppContext.BaseDirectory, relativePath);

    /// <summary>The root of the checkout: the nearest folder above the test assembly that holds <c>CampaignKit.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CampaignKit.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder above the test assembly holds CampaignKit.sln.");
    }
}
