using Microsoft.Playwright;

namespace CampaignKit.Browser.Tests;

/// <summary>The verify page in a tab, opened from a file; at the end nothing may have left it and nothing have gone wrong in it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _requests = [];
    private readonly List<string> _errors = [];

    private OpenPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Tab = page;
        page.Request += (_, request) => _requests.Add(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    internal IPage Tab { get; }

    internal ILocator Verdict => Tab.Locator("#verdict");

    internal static async Task<OpenPage> AtAsync(
        Chromium chromium, string path, string locale = "en-GB", int width = 1000, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.ContextAsync(locale, width, scheme);
        var page = new OpenPage(context, await context.NewPageAsync());
        await page.Tab.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    /// <summary>Waits for the answer and gives it: valid, partly, invalid, none, …</summary>
    internal async Task<string> AnswerAsync()
    {
        await Tab.Locator("#verdict[data-state]:not([data-state=working])").WaitForAsync();
        return (await Verdict.GetAttributeAsync("data-state"))!;
    }

    /// <summary>The first difference as the page shows it.</summary>
    internal async Task<(string Path, string Expected, string Found)> DifferenceAsync()
    {
        Assert.Equal("invalid", await AnswerAsync());
        return (await PartAsync("path"), await PartAsync("expected"), await PartAsync("found"));

        Task<string> PartAsync(string name) => Tab.Locator($"[data-difference={name}]").InnerTextAsync();
    }

    /// <summary>Has the page take in files, as if the visitor had chosen them.</summary>
    internal async Task ChooseAsync(params string[] paths)
    {
        await Verdict.EvaluateAsync("verdict => delete verdict.dataset.state");
        await Tab.Locator("#files-input").SetInputFilesAsync(paths);
    }

    /// <summary>Looks an id up and gives the answer for one rule.</summary>
    internal async Task<ILocator> LookUpAsync(string rule, string id)
    {
        await Tab.FillAsync("#lookup-id", id);
        await Tab.PressAsync("#lookup-id", "Enter");
        var answer = Tab.Locator($"[data-lookup={rule}]");
        await answer.Locator("[data-fate], p").First.WaitForAsync();
        return answer;
    }

    /// <summary>Whether something is wider than the screen.</summary>
    internal Task<bool> ScrollsSidewaysAsync() => Tab.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_errors);
        Assert.All(_requests, url => Assert.StartsWith("file://", url, StringComparison.Ordinal));
    }
}
