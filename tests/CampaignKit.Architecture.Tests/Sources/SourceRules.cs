using System.Text.RegularExpressions;

namespace CampaignKit.Architecture.Tests;

/// <summary>What every source file keeps to; each rule answers with what breaks it.</summary>
internal static partial class SourceRules
{
    private const int LongFile = 300;
    private const string LongMark = "// Long because ";

    private const string TypeWords =
        @"(?:(?:static|abstract|sealed|readonly|ref|partial|unsafe|internal|protected)\s+)*(?:record\s+class|record\s+struct|record|class|struct|interface|enum|delegate\s+[^(]*?)\s+(?<name>\w+)\s*(?:<[^>]*>)?\s*(?:\(|:|\{|;|where\b|$)";

    private static readonly string[] KindsNotConcepts = ["Models", "Utils", "Util", "Helpers", "Helper", "Common", "Interfaces", "Manager", "Processor"];

    private static readonly string[] Registries = ["nuget·org", "npmjs·", "pypi·org", "crates·io", "rubygems·org", "maven·org"];

    /// <summary>A file declares one public type and bears its name; a file without one bears the name of a type in it.</summary>
    public static IEnumerable<string> MisnamedFiles(SourceFile file)
    {
        var types = file.Lines.Select(line => TypeAtTheMargin().Match(line)).Where(m => m.Success)
            .Select(m => (Name: m.Groups["name"].Value, IsPublic: m.Groups["access"].Value == "public"))
            .Distinct()
            .ToList();
        var named = Path.GetFileName(file.Path).Split('.', '{')[0];
        var candidates = types.Exists(t => t.IsPublic) ? types.FindAll(t => t.IsPublic) : types;

        if (candidates is [{ IsPublic: true }, _, ..])
            yield return $"{file.Path} declares {string.Join(", ", candidates.Select(t => t.Name))}";
        if (candidates.Count > 0 && !candidates.Exists(t => t.Name == named))
            yield return $"{file.Path} declares {candidates[0].Name}";
    }

    /// <summary>A folder or type is named for what it is about, not for the kind of code in it.</summary>
    public static IEnumerable<string> NamesOfKinds(SourceFile file)
    {
        foreach (var folder in file.Path.Split('/')[..^1].Where(KindsNotConcepts.Contains))
            yield return $"{file.Path}: folder {folder}";
        foreach (var name in file.Lines.Select(line => AnyType().Match(line)).Where(m => m.Success).Select(m => m.Groups["name"].Value))
        {
            if (KindsNotConcepts.Any(kind => name.EndsWith(kind, StringComparison.Ordinal)))
                yield return $"{file.Path}: type {name}";
        }
    }

    /// <summary>A file of more than 300 lines gives its reason in its first comment.</summary>
    public static IEnumerable<string> LongWithoutReason(SourceFile file)
    {
        var firstComment = file.Lines.FirstOrDefault(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal)) ?? "";
        if (file.Lines.Length > LongFile && !firstComment.StartsWith(LongMark, StringComparison.Ordinal))
            yield return $"{file.Path} has {file.Lines.Length} lines";
    }

    /// <summary>No file names the host of a package registry: where packages come from is the machine's setting.</summary>
    public static IEnumerable<string> RegistryHosts(SourceFile file) =>
        Findings(file, line => Registries.FirstOrDefault(host => line.Contains(host.Replace('·', '.'), StringComparison.OrdinalIgnoreCase)));

    /// <summary>No file leans on the folder beside the checkout, but for tests on its data, which skip where it is absent.</summary>
    public static IEnumerable<string> LeansOnNeighbour(SourceFile file) =>
        Findings(file, line => Neighbour().Matches(line)
            .Select(m => m.Value)
            .FirstOrDefault(found => !file.IsUnder("tests") || !found.EndsWith("/data", StringComparison.Ordinal)));

    /// <summary>A link in a Markdown file to a local file leads to one under version control.</summary>
    public static IEnumerable<string> BrokenLinks(SourceFile file, IReadOnlySet<string> paths)
    {
        var prose = CodeInMarkdown().Replace(file.Text, "");
        foreach (var target in MarkdownLink().Matches(prose).Select(m => m.Groups["target"].Value))
        {
            var local = Uri.UnescapeDataString(target.Split('#', '?')[0]);
            if (local.Length == 0 || target.Contains(':', StringComparison.Ordinal))
                continue;
            var path = Path.GetRelativePath("/", Path.Combine("/", Path.GetDirectoryName(file.Path)!, local)).Replace('\\', '/').TrimEnd('/');
            if (!paths.Contains(path) && !paths.Any(p => p.StartsWith($"{path}/", StringComparison.Ordinal)))
                yield return $"{file.Path} links to {target}";
        }
    }

    private static IEnumerable<string> Findings(SourceFile file, Func<string, string?> find) =>
        file.Lines.Select((line, i) => (Number: i + 1, Found: find(line)))
            .Where(l => l.Found is not null)
            .Select(l => $"{file.Path}:{l.Number} names {l.Found?.Replace('·', '.')}");

    [GeneratedRegex(@"^(?<access>public|internal|file)\s+" + TypeWords)]
    private static partial Regex TypeAtTheMargin();

    [GeneratedRegex(@"^\s*(public|internal|private|protected|file)\s+" + TypeWords)]
    private static partial Regex AnyType();

    [GeneratedRegex(@"(?:\.\.[/\\]|[/\\]work[/\\])shared\b(?:/data\b)?")]
    private static partial Regex Neighbour();

    [GeneratedRegex(@"^(?<fence>```|~~~).*?^\k<fence>|`[^`\n]+`|<!--.*?-->", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeInMarkdown();

    [GeneratedRegex("""\]\(\s*<?(?<target>[^)\s>]+)>?[^)]*\)|^\s*\[[^\]]+\]:\s*(?<target>\S+)|(?:src|href|srcset)="(?<target>[^"]+)" """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex MarkdownLink();
}
