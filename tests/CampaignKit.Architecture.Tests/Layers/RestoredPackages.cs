using System.Text.Json;

namespace CampaignKit.Architecture.Tests;

/// <summary>The external packages behind this test project, which references all libraries: what each holds and brings.</summary>
internal static class RestoredPackages
{
    private static readonly Dictionary<string, JsonElement> ByName = Load();

    /// <summary>The assemblies of <paramref name="packages"/> and of all packages that these bring.</summary>
    public static HashSet<string> AssembliesBehind(IEnumerable<string> packages)
    {
        var assemblies = new HashSet<string>();
        var seen = new HashSet<string>();
        var waiting = new Stack<string>(packages);
        while (waiting.TryPop(out var name))
        {
            if (!seen.Add(name) || !ByName.TryGetValue(name, out var package))
                continue;
            foreach (var file in PropertyNames(package, "runtime"))
                assemblies.Add(Path.GetFileNameWithoutExtension(file));
            foreach (var dependency in PropertyNames(package, "dependencies"))
                waiting.Push(dependency);
        }

        return assemblies;
    }

    private static Dictionary<string, JsonElement> Load()
    {
        using var file = File.OpenRead(SharedFiles.Beside("CampaignKit.Architecture.Tests.deps.json"));
        using var document = JsonDocument.Parse(file);
        var target = document.RootElement.GetProperty("targets").EnumerateObject().Single().Value;
        return target.EnumerateObject().ToDictionary(p => p.Name[..p.Name.IndexOf('/', StringComparison.Ordinal)], p => p.Value.Clone());
    }

    private static IEnumerable<string> PropertyNames(JsonElement package, string section) =>
        package.TryGetProperty(section, out var found) ? found.EnumerateObject().Select(p => p.Name) : [];
}
