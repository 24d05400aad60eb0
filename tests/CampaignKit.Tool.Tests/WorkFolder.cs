using System.Text;

namespace CampaignKit.Tool.Tests;

/// <summary>A folder for the files of one test.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("tool-").FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public string Lines(string name, params IEnumerable<string> lines) => Write(name, string.Concat(lines.Select(line => $"{line}\n")));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
