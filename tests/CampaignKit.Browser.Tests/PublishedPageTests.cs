using CampaignKit.Draws;

namespace CampaignKit.Browser.Tests;

/// <summary>The page as it is published beside a transcript: it opens with the answer.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublishedPageTests(Chromium chromium) : IDisposable
{
    private readonly DrawOnDisk _draw = new();

    public void Dispose() => _draw.Dispose();

    [BrowserFact]
    public async Task Page_OfASavedDraw_IsValidToTheSignature()
    {
        DrawFolder.Save(Draws.LuckyByDrand(), _draw.Folder);

        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal("valid", await page.AnswerAsync());
        Assert.Equal("changning/lucky/2021-W13", await page.Tab.Locator("#draw-name").InnerTextAsync());
        Assert.Contains("Signature checked", await page.Tab.Locator("[data-check=randomness]").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var rule in (string[])["rank", "messages", "number"])
            Assert.Contains("Drawn again from its pool", await page.Tab.Locator($"[data-check=rule-{rule}]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Page_OfAwkwardIds_IsValidAndShowsThem()
    {
        var result = Draws.Awkward();
        DrawFolder.Save(result, _draw.Folder);

        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal("valid", await page.AnswerAsync());
        var shown = await page.Tab.Locator("[data-rule=weighted] [data-list=winners] .id").AllTextContentsAsync();
        Assert.Equal(result["weighted"].Winners.Select(winner => winner.Id), shown);
    }

    [BrowserFact]
    public async Task Page_OfAllOtherRules_IsValid()
    {
        var result = Draws.OtherRules();
        DrawFolder.Save(result, _draw.Folder);

        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal("valid", await page.AnswerAsync());
        Assert.Contains("2 persons who cannot win", await page.Tab.Locator("[data-check=exclusions]").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var rule in result.Rules)
            Assert.Equal(rule.Winners.Select(winner => winner.Id), await page.Tab.Locator($"[data-rule={rule.RuleId}] [data-list=winners] .id").AllTextContentsAsync());
        Assert.Contains("Excluded: staff", await (await page.LookUpAsync("first", "00001")).InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Html_OfATranscriptWithPools_IsValid()
    {
        await File.WriteAllTextAsync(_draw.PagePath, VerifyPage.Html(Draws.Lucky().Transcript));

        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal("valid", await page.AnswerAsync());
    }

    [BrowserFact]
    public async Task Page_PoolChanged_NamesIt()
    {
        DrawFolder.Save(Draws.Lucky(), _draw.Folder);
        await File.AppendAllTextAsync(Path.Combine(_draw.Folder, "messages.pool.txt"), "m999\n");
        VerifyPage.Write(_draw.Folder);

        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal("$.manifest.rules[1].pool.digest", (await page.DifferenceAsync()).Path);
    }

    [BrowserFact]
    public async Task Page_IdsThatBeginLikeADocument_IsValid()
    {
        string[] ids = ["{", "{\"format\":1}", "{a", "b"];
        DrawFolder.Save(
            CampaignKit.Draws.Draw.Plan("c/d/p").Random("r", Pool.Of(ids), 2).AllowOverlap().Lock(OperatorCommitment.To(Draws.Secret)).Hold(new OperatorReveal(Draws.Secret)),
            _draw.Folder);

        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal("valid", await page.AnswerAsync());
    }

    [BrowserFact]
    public async Task Page_ManifestOfTheLockIsAnother_NamesIt()
    {
        DrawFolder.Save(Draws.Lucky(), _draw.Folder);
        await File.AppendAllTextAsync(Path.Combine(_draw.Folder, DrawFolder.ManifestFile), "\n");
        VerifyPage.Write(_draw.Folder);

        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal("manifest.json", (await page.DifferenceAsync()).Path);
    }
}
