using CampaignKit.Draws;
using Microsoft.Playwright;

namespace CampaignKit.Browser.Tests;

/// <summary>Languages, small screens, names of the controls.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AppearanceTests(Chromium chromium) : IDisposable
{
    private readonly DrawOnDisk _draw = new();

    public void Dispose() => _draw.Dispose();

    [BrowserTheory]
    [InlineData("en-GB", "Valid", "en")]
    [InlineData("zh-CN", "核验通过", "zh-Hans")]
    public async Task Language_OfTheBrowser_IsThePagesUntilSwitched(string locale, string verdict, string language)
    {
        DrawFolder.Save(Draws.Lucky(), _draw.Folder);
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath, locale);
        await page.AnswerAsync();

        Assert.Equal(verdict, await page.Verdict.Locator("strong").InnerTextAsync());
        Assert.Equal(language, await page.Tab.Locator("html").GetAttributeAsync("lang"));

        await page.Tab.ClickAsync("[data-language=zh]");
        Assert.Equal("核验通过", await page.Verdict.Locator("strong").InnerTextAsync());
        Assert.DoesNotMatch("[a-z]{2,} [a-z]{2,} [a-z]{2,}", await page.Tab.Locator("main").InnerTextAsync());
        await page.Tab.ClickAsync("[data-language=en]");
        Assert.DoesNotMatch(@"[\u4e00-\u9fff]", await page.Tab.Locator("main").InnerTextAsync());
    }

    [BrowserTheory]
    [InlineData("en-GB", 360, ColorScheme.Light)]
    [InlineData("zh-CN", 360, ColorScheme.Dark)]
    public async Task Layout_OfAPhone_NeverScrollsSideways(string locale, int width, ColorScheme scheme)
    {
        DrawFolder.Save(Draws.Lucky(), _draw.Folder);
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath, locale, width, scheme);
        await page.AnswerAsync();
        await page.Tab.FillAsync("#lookup-id", "00007");
        await page.Tab.PressAsync("#lookup-id", "Enter");
        await page.Tab.EvaluateAsync("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })");

        Assert.False(await page.ScrollsSidewaysAsync());

        await File.WriteAllTextAsync(_draw.TranscriptPath, TamperedTranscript.With(await File.ReadAllTextAsync(_draw.TranscriptPath), "manifest field"));
        await page.ChooseAsync(_draw.TranscriptPath);
        Assert.Equal("$.manifestDigest", (await page.DifferenceAsync()).Path);
        Assert.False(await page.ScrollsSidewaysAsync());
    }

    [BrowserFact]
    public async Task Controls_All_HaveAName()
    {
        DrawFolder.Save(Draws.Lucky(), _draw.Folder);
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);
        await page.AnswerAsync();

        var unnamed = await page.Tab.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('input, select, button, progress, summary')]
              .filter((control) => !(control.labels?.length || control.getAttribute('aria-label') || control.textContent.trim()))
              .map((control) => control.outerHTML)
            """);

        Assert.Empty(unnamed);
        Assert.Equal(1, await page.Tab.Locator("main").CountAsync());
        Assert.Equal("polite", await page.Verdict.GetAttributeAsync("aria-live"));
    }
}
