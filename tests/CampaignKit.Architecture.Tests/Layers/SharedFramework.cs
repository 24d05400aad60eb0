using System.Runtime.InteropServices;

namespace CampaignKit.Architecture.Tests;

/// <summary>The assemblies that come with the .NET runtime and need no package.</summary>
internal static class SharedFramework
{
    public static bool Holds(string assemblyName) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{assemblyName}.dll"));
}
