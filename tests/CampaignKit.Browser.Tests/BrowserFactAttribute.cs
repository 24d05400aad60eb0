namespace CampaignKit.Browser.Tests;

/// <summary>A test that needs Chromium: skipped where there is none, but not where everything must be there, in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Reason;

    internal static string? Reason => Chromium.Path is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? "there is no Chromium on this machine (Debian: apt-get install chromium)"
        : null;
}
