using Microsoft.Playwright;

namespace CampaignKit.Browser.Tests;

/// <summary>One headless browser for all tests of a collection.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Options =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the system's browser is; null if there is none.</summary>
    public static string? Path => Places.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        Assert.True(Path is not null, "There is no Chromium (Debian: apt-get install chromium).");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Options });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A context of its own: nothing is shared with other tests, and no network is there.</summary>
    public Task<IBrowserContext> ContextAsync(string locale, int width, ColorScheme scheme) => _browser!.NewContextAsync(new BrowserNewContextOptions
    {
        Locale = locale,
        ViewportSize = new ViewportSize { Width = width, Height = 800 },
        ColorScheme = scheme,
        Offline = true,
    });
}
