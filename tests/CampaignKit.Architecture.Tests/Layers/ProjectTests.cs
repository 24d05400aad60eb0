namespace CampaignKit.Architecture.Tests;

public sealed class ProjectTests
{
    [Theory]
    [MemberData(nameof(House.All), MemberType = typeof(House))]
    public void Package_Metadata_IsComplete(string name)
    {
        var package = House.Get(name);
        var readme = Path.Combine(package.Folder, "README.md");

        Assert.False(string.IsNullOrWhiteSpace(package.Project.Property("Description")), $"{name} has no Description.");
        Assert.False(string.IsNullOrWhiteSpace(package.Project.Property("PackageTags")), $"{name} has no PackageTags.");
        Assert.Equal(name, package.Project.Property("PackageId") ?? name);
        Assert.True(File.Exists(readme), $"{name} has no README.md.");
        Assert.Equal($"# {name}", File.ReadLines(readme).First());
    }

    [Fact]
    public void Solution_Projects_AreThoseOfTheCheckout()
    {
        var solution = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "CampaignKit.sln")).Replace('\\', '/');
        var projects = Checkout.Paths.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));

        Findings.AssertNone(projects.Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)), "CampaignKit.sln lacks projects.");
    }
}
