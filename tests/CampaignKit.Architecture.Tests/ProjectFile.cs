using System.Xml.Linq;

namespace CampaignKit.Architecture.Tests;

/// <summary>What a project file says.</summary>
internal sealed class ProjectFile
{
    private readonly XElement _project;

    private ProjectFile(XElement project) => _project = project;

    public IReadOnlyList<string> ProjectReferences =>
        [.. Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    public IReadOnlyList<string> PackageReferences => Includes("PackageReference");

    public static ProjectFile Load(string path) => new(XElement.Load(path));

    public string? Property(string name) =>
        _project.Elements("PropertyGroup").Elements(name).LastOrDefault()?.Value.Trim();

    private string[] Includes(string item) =>
        [.. _project.Elements("ItemGroup").Elements(item).Select(e => e.Attribute("Include")?.Value).OfType<string>()];
}
