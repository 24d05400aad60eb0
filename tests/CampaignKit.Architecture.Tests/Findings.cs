namespace CampaignKit.Architecture.Tests;

/// <summary>The end of a check: fails and lists everything found, or passes.</summary>
internal static class Findings
{
    public static void AssertNone(IEnumerable<string> findings, string rule)
    {
        var found = findings.ToList();
        if (found.Count > 0)
            Assert.Fail($"{rule}\n  {string.Join("\n  ", found)}");
    }
}
