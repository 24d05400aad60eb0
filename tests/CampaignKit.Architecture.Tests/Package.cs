using System.Reflection;

namespace CampaignKit.Architecture.Tests;

/// <summary>One library of the house, and what it may lean on.</summary>
/// <param name="Name">The name of its folder, project, assembly and package.</param>
/// <param name="MayUse">The libraries of the house that it may import.</param>
/// <param name="MayRestore">The external packages that it may name; null if any.</param>
internal sealed record Package(string Name, string[] MayUse, string[]? MayRestore)
{
    public string Folder => Path.Combine(SharedFiles.RepositoryRoot, "src", Name);

    public ProjectFile Project => ProjectFile.Load(Path.Combine(Folder, $"{Name}.csproj"));

    public Assembly Assembly => Assembly.Load(Name);
}
