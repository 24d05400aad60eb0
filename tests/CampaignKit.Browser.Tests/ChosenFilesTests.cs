using CampaignKit.Draws;

namespace CampaignKit.Browser.Tests;

/// <summary>Files that a visitor gives the page, and a check that takes long.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChosenFilesTests(Chromium chromium) : IDisposable
{
    private readonly DrawOnDisk _draw = new();

    public void Dispose() => _draw.Dispose();

    [BrowserFact]
    public async Task Page_OfLargePools_AsksForThemAndStaysAlive()
    {
        DrawFolder.Save(Draws.Large(100_000), _draw.Folder);
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal("partly", await page.AnswerAsync());
        Assert.Contains("Only tickets checked", await page.Tab.Locator("[data-check=rule-all]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["all.pool.txt"], await page.Tab.Locator("[data-list='files.missing'] li").AllTextContentsAsync());

        await page.ChooseAsync(Path.Combine(_draw.Folder, "all.pool.txt"));
        Assert.Equal("valid", await page.AnswerAsync());
    }

    [BrowserFact]
    public async Task Cancel_DuringALongCheck_StopsItAndItCanBeginAgain()
    {
        var result = Draws.Large(20_000);
        DrawFolder.Save(result, _draw.Folder);
        await File.WriteAllTextAsync(_draw.PagePath, VerifyPage.Html(result.Transcript.WithoutPools()));
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);
        await page.AnswerAsync();
        // Pressed as soon as it is there, before the check can be through.
        await page.Tab.EvaluateAsync(
            """
            () => new MutationObserver((_, self) => {
              if (document.querySelector('#verdict').dataset.state !== 'working') return;
              self.disconnect();
              document.querySelector('#cancel').click();
            }).observe(document.querySelector('#verdict'), { attributes: true })
            """);

        await page.ChooseAsync(Path.Combine(_draw.Folder, "all.pool.txt"));
        Assert.Equal("cancelled", await page.AnswerAsync());

        await page.Verdict.EvaluateAsync("verdict => delete verdict.dataset.state");
        await page.Tab.Locator("#again").ClickAsync();
        Assert.Equal("valid", await page.AnswerAsync());
    }

    [BrowserFact]
    public async Task EmptyPage_FilesChosen_ChecksThem()
    {
        DrawFolder.Save(Draws.Lucky(), _draw.Folder);
        var empty = Path.Combine(_draw.Folder, "empty.html");
        await File.WriteAllTextAsync(empty, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, empty);
        Assert.Equal("none", await page.AnswerAsync());

        await page.ChooseAsync(_draw.TranscriptPath);
        Assert.Equal("partly", await page.AnswerAsync());

        // A download of the same name twice is renamed by the browser; its hash still tells what it is.
        var renamed = Path.Combine(_draw.Folder, "pool (1).txt");
        File.Move(Path.Combine(_draw.Folder, "rank.pool.txt"), renamed);
        await page.ChooseAsync([renamed, .. Directory.GetFiles(_draw.Folder, "*.txt").Where(file => file != renamed), Path.Combine(_draw.Folder, DrawFolder.ManifestFile)]);
        Assert.Equal("valid", await page.AnswerAsync());
    }
}
