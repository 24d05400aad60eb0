namespace CampaignKit.Architecture.Tests;

public sealed class SourceRuleTests
{
    private static readonly string Neighbour = string.Join('/', "..", "shared");

    [Fact]
    public void Checkout_Files_AreFound()
    {
        Assert.Contains(Checkout.Files, f => f.Path == "CampaignKit.sln");
        Assert.Contains(Checkout.CSharp, f => f.Path.EndsWith("/SourceRuleTests.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(Checkout.Files, f => f.IsUnder("artifacts"));
    }

    [Fact]
    public void Checkout_TypesAndFiles_BearTheSameName() =>
        Findings.AssertNone(
            Checkout.CSharp.Where(f => f.IsUnder("src")).SelectMany(SourceRules.MisnamedFiles),
            "A file holds one public type and bears its name.");

    [Fact]
    public void Checkout_FoldersAndTypes_AreNamedForConcepts() =>
        Findings.AssertNone(Checkout.CSharp.SelectMany(SourceRules.NamesOfKinds), "A folder or type is named for a concept of the domain.");

    [Fact]
    public void Checkout_LongFiles_GiveTheirReason() =>
        Findings.AssertNone(
            Checkout.CSharp.Where(f => f.IsUnder("src")).SelectMany(SourceRules.LongWithoutReason),
            "A file over 300 lines starts with a comment that gives the reason: // Long because …");

    [Fact]
    public void Checkout_RegistryHosts_AreNotNamed() =>
        Findings.AssertNone(Checkout.Files.SelectMany(SourceRules.RegistryHosts), "Where packages come from is the machine's setting.");

    [Fact]
    public void Checkout_FolderBesideIt_IsNotNeeded() =>
        Findings.AssertNone(Checkout.Files.SelectMany(SourceRules.LeansOnNeighbour), "The checkout stands alone; tests may read data beside it, and skip without.");

    [Fact]
    public void Checkout_LinksInMarkdown_LeadSomewhere()
    {
        var paths = Checkout.Paths.ToHashSet();

        Findings.AssertNone(Checkout.Markdown.SelectMany(f => SourceRules.BrokenLinks(f, paths)), "A local link leads to a file under version control.");
    }

    [Theory]
    [InlineData("Rate.cs", "public sealed class Rate\n{\n    public enum Side { Low }\n}")]
    [InlineData("Leaderboard.cs", "public sealed partial class Leaderboard<TMember> : IBoard\n    where TMember : notnull")]
    [InlineData("Leaderboard{TMember}.cs", "public sealed class Leaderboard<TMember>(int n)\n{\n}")]
    [InlineData("Leaderboard.Ranks.cs", "public sealed partial class Leaderboard<TMember>\n{\n}")]
    [InlineData("Standing.cs", "public readonly record struct Standing<T>(T Id, long Rank);\ninternal sealed class Row;")]
    [InlineData("Fold.cs", "public delegate Task<int> Fold<T>(T item);")]
    [InlineData("Log.cs", "internal static partial class Log\n{\n}")]
    [InlineData("Program.cs", "return 0;")]
    public void MisnamedFiles_FileOfItsType_NothingFound(string name, string text) =>
        Assert.Empty(SourceRules.MisnamedFiles(new SourceFile($"src/A/{name}", text)));

    [Theory]
    [InlineData("Rates.cs", "public sealed class Rate\n{\n}", "src/A/Rates.cs declares Rate")]
    [InlineData("Rate.cs", "public sealed class Rate;\npublic enum Side { Low }", "src/A/Rate.cs declares Rate, Side")]
    [InlineData("Rate.cs", "internal sealed class Rate;\npublic readonly record struct Share(long N);", "src/A/Rate.cs declares Share")]
    [InlineData("Logs.cs", "internal static class Log\n{\n}", "src/A/Logs.cs declares Log")]
    public void MisnamedFiles_OtherOrSecondType_Found(string name, string text, string finding) =>
        Assert.Equal([finding], SourceRules.MisnamedFiles(new SourceFile($"src/A/{name}", text)));

    [Fact]
    public void NamesOfKinds_FoldersAndTypes_Found() =>
        Assert.Equal(
            ["src/A/Helpers/B.cs: folder Helpers", "src/A/Helpers/B.cs: type DrawManager", "src/A/Helpers/B.cs: type DateUtils"],
            SourceRules.NamesOfKinds(new SourceFile(
                "src/A/Helpers/B.cs",
                "internal sealed class DrawManager(int n)\n{\n    private static class DateUtils\n    {\n    }\n\n    private sealed class Commoner;\n}")));

    [Theory]
    [InlineData("", 300, 0)]
    [InlineData("", 301, 1)]
    [InlineData("// Long because the table of signs belongs together.\n", 301, 0)]
    [InlineData("// Something else.\n// Long because of this.\n", 301, 1)]
    public void LongWithoutReason_ByLinesAndFirstComment_Found(string start, int lines, int found) =>
        Assert.Equal(found, SourceRules.LongWithoutReason(new SourceFile("src/A.cs", start + string.Concat(Enumerable.Repeat("x\n", lines)))).Count());

    [Fact]
    public void RegistryHosts_NamedInAnyCase_FoundWithTheLine() =>
        Assert.Equal(
            [$"a.md:2 names {string.Join('.', "nuget", "org")}"],
            SourceRules.RegistryHosts(new SourceFile("a.md", $"see\nhttps://www.{string.Join('.', "NuGet", "org")}/x and example.org\n")));

    [Fact]
    public void LeansOnNeighbour_AnyMentionButDataInTests_Found()
    {
        var text = $"a {Neighbour}/data/x.csv\nb {Neighbour}/notes.md\nc shared/notes.md\n";

        Assert.Equal([$"tests/A.cs:2 names {Neighbour}"], SourceRules.LeansOnNeighbour(new SourceFile("tests/A.cs", text)));
        Assert.Equal(
            [$"src/A.cs:1 names {Neighbour}/data", $"src/A.cs:2 names {Neighbour}"],
            SourceRules.LeansOnNeighbour(new SourceFile("src/A.cs", text)));
    }

    [Theory]
    [InlineData("[a](missing.md)", "missing.md")]
    [InlineData("![a](../pic.svg#top)", "../pic.svg#top")]
    [InlineData("<img alt=\"x\" src=\"../docs/no.svg\">", "../docs/no.svg")]
    [InlineData("text\n[a]: missing.md", "missing.md")]
    public void BrokenLinks_MissingFile_Found(string text, string target) =>
        Assert.Equal([$"src/README.md links to {target}"], SourceRules.BrokenLinks(new SourceFile("src/README.md", text), new HashSet<string> { "docs/pic.svg" }));

    [Theory]
    [InlineData("[a](../docs/pic.svg) ![b](<../docs/pic.svg> \"title\") [c](../docs/) [d](#here) [e](https://example.org/x.md)")]
    [InlineData("```md\n[a](missing.md)\n```\nand `[b](missing.md)`")]
    [InlineData("<img src=\"../docs/pic.svg\" width=\"600\">")]
    public void BrokenLinks_GoodForeignOrQuotedLinks_NothingFound(string text) =>
        Assert.Empty(SourceRules.BrokenLinks(new SourceFile("src/README.md", text), new HashSet<string> { "docs/pic.svg" }));
}
