namespace CampaignKit.Architecture.Tests;

public sealed class LayeringTests
{
    [Fact]
    public void Table_FoldersUnderSrc_NamesThemAll()
    {
        var projects = Directory.GetFiles(Path.Combine(SharedFiles.RepositoryRoot, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(House.Packages.Select(p => p.Name).Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Table_ReadDownwards_UsesOnlyWhatStandsAbove()
    {
        var above = new HashSet<string>();
        foreach (var package in House.Packages)
        {
            Assert.Subset(above, package.MayUse.ToHashSet());
            above.Add(package.Name);
        }
    }

    [Theory]
    [MemberData(nameof(House.All), MemberType = typeof(House))]
    public void Project_References_StayWithinItsLayer(string name)
    {
        var package = House.Get(name);
        var project = package.Project;

        Findings.AssertNone(project.ProjectReferences.Except(package.MayUse), $"{name} may not import these libraries.");
        if (package.MayRestore is { } allowed)
            Findings.AssertNone(project.PackageReferences.Except(allowed), $"{name} may not restore these packages.");
    }

    [Theory]
    [MemberData(nameof(House.All), MemberType = typeof(House))]
    public void Assembly_References_StayWithinItsLayer(string name)
    {
        var package = House.Get(name);
        var ours = House.Packages.Select(p => p.Name).ToHashSet();
        var references = package.Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(reference => !SharedFramework.Holds(reference))
            .ToList();

        Findings.AssertNone(references.Where(ours.Contains).Except(package.MayUse), $"{name}.dll may not call these libraries.");
        if (package.MayRestore is { } allowed)
        {
            Findings.AssertNone(
                references.Where(r => !ours.Contains(r)).Except(RestoredPackages.AssembliesBehind(allowed)),
                $"{name}.dll may not call these assemblies: no package that it may restore brings them.");
        }
    }

    // Assembly names are compared without case, at run time as in a package: campaignkit.dll would stand in for CampaignKit.dll.
    [Theory]
    [MemberData(nameof(House.All), MemberType = typeof(House))]
    public void Project_AssemblyName_IsThePackageName(string name) =>
        Assert.Equal(name, House.Get(name).Project.Property("AssemblyName") ?? name);

    [Fact]
    public void RestoredPackages_OfOnePackage_HoldItsAssembliesAndThoseItBrings()
    {
        var assemblies = RestoredPackages.AssembliesBehind(["Microsoft.Data.Sqlite.Core"]);

        Assert.Contains("Microsoft.Data.Sqlite", assemblies);
        Assert.Contains("SQLitePCLRaw.core", assemblies);
        Assert.DoesNotContain("NodaTime", assemblies);
    }

    [Fact]
    public void SharedFramework_OwnAndForeignAssemblies_AreToldApart()
    {
        Assert.True(SharedFramework.Holds("System.Runtime"));
        Assert.False(SharedFramework.Holds("NodaTime"));
        Assert.False(SharedFramework.Holds("CampaignKit"));
    }
}
