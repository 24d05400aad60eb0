using System.Text.Json.Nodes;
using CampaignKit.Draws;
using Microsoft.Playwright;

namespace CampaignKit.Browser.Tests;

/// <summary>The page as it is published beside a transcript, in a browser without a network.</summary>
[Collection(BrowserCollection.Name)]
public sealed class VerifyPageTests(Chromium chromium) : IDisposable
{
    private static readonly (string How, string Path)[] Tamperings =
    [
        ("winners swapped", "$.rules[0].winners[0].id"),
        ("ticket digit", "$.rules[1].winners[3].ticket"),
        ("seed", "$.seed"),
        ("rule seed", "$.rules[2].seed"),
        ("manifest field", "$.manifestDigest"),
        ("other round", "$.entropy.round"),
        ("signature digit", "$.entropy.randomness"),
        ("extra field", "$.rules[0].losers"),
        ("extra field of an entry", "$.rules[0].winners[0].note"),
        ("winner left out", "$.rules[2].winners[11]"),
        ("reason", "$.rules[1].skipped[0].reason"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("verify-page-").FullName;

    private string PagePath => Path.Combine(_folder, DrawFolder.VerifyPageFile);

    private string TranscriptPath => Path.Combine(_folder, DrawFolder.TranscriptFile);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public async Task Page_OfASavedDraw_IsValidToTheSignature()
    {
        DrawFolder.Save(Draws.LuckyByDrand(), _folder);

        await using var page = await OpenPage.AtAsync(chromium, PagePath);

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
        DrawFolder.Save(result, _folder);

        await using var page = await OpenPage.AtAsync(chromium, PagePath);

        Assert.Equal("valid", await page.AnswerAsync());
        var shown = await page.Tab.Locator("[data-rule=weighted] [data-list=winners] .id").AllTextContentsAsync();
        Assert.Equal(result["weighted"].Winners.Select(winner => winner.Id), shown);
    }

    [BrowserFact]
    public async Task Page_OfAllOtherRules_IsValid()
    {
        var result = Draws.OtherRules();
        DrawFolder.Save(result, _folder);

        await using var page = await OpenPage.AtAsync(chromium, PagePath);

        Assert.Equal("valid", await page.AnswerAsync());
        Assert.Contains("2 persons who cannot win", await page.Tab.Locator("[data-check=exclusions]").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var rule in result.Rules)
            Assert.Equal(rule.Winners.Select(winner => winner.Id), await page.Tab.Locator($"[data-rule={rule.RuleId}] [data-list=winners] .id").AllTextContentsAsync());
        Assert.Contains("Excluded: staff", await (await LookUpAsync(page, "first", "00001")).InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Page_OfLargePools_AsksForThemAndStaysAlive()
    {
        DrawFolder.Save(Draws.Large(100_000), _folder);
        await using var page = await OpenPage.AtAsync(chromium, PagePath);

        Assert.Equal("partly", await page.AnswerAsync());
        Assert.Contains("Only tickets checked", await page.Tab.Locator("[data-check=rule-all]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["all.pool.txt"], await page.Tab.Locator("[data-list='files.missing'] li").AllTextContentsAsync());

        await page.ChooseAsync(Path.Combine(_folder, "all.pool.txt"));
        Assert.Equal("valid", await page.AnswerAsync());
    }

    [BrowserFact]
    public async Task Cancel_DuringALongCheck_StopsItAndItCanBeginAgain()
    {
        var result = Draws.Large(20_000);
        DrawFolder.Save(result, _folder);
        await File.WriteAllTextAsync(PagePath, VerifyPage.Html(result.Transcript.WithoutPools()));
        await using var page = await OpenPage.AtAsync(chromium, PagePath);
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

        await page.ChooseAsync(Path.Combine(_folder, "all.pool.txt"));
        Assert.Equal("cancelled", await page.AnswerAsync());

        await page.Verdict.EvaluateAsync("verdict => delete verdict.dataset.state");
        await page.Tab.Locator("#again").ClickAsync();
        Assert.Equal("valid", await page.AnswerAsync());
    }

    [BrowserFact]
    public async Task EmptyPage_FilesChosen_ChecksThem()
    {
        DrawFolder.Save(Draws.Lucky(), _folder);
        var empty = Path.Combine(_folder, "empty.html");
        await File.WriteAllTextAsync(empty, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, empty);
        Assert.Equal("none", await page.AnswerAsync());

        await page.ChooseAsync(TranscriptPath);
        Assert.Equal("partly", await page.AnswerAsync());

        // A download of the same name twice is renamed by the browser; its hash still tells what it is.
        var renamed = Path.Combine(_folder, "pool (1).txt");
        File.Move(Path.Combine(_folder, "rank.pool.txt"), renamed);
        await page.ChooseAsync([renamed, .. Directory.GetFiles(_folder, "*.txt").Where(file => file != renamed), Path.Combine(_folder, DrawFolder.ManifestFile)]);
        Assert.Equal("valid", await page.AnswerAsync());
    }

    [BrowserFact]
    public async Task Html_OfATranscriptWithPools_IsValid()
    {
        await File.WriteAllTextAsync(PagePath, VerifyPage.Html(Draws.Lucky().Transcript));

        await using var page = await OpenPage.AtAsync(chromium, PagePath);

        Assert.Equal("valid", await page.AnswerAsync());
    }

    [BrowserFact]
    public async Task Page_PoolChanged_NamesIt()
    {
        DrawFolder.Save(Draws.Lucky(), _folder);
        await File.AppendAllTextAsync(Path.Combine(_folder, "messages.pool.txt"), "m999\n");
        VerifyPage.Write(_folder);

        await using var page = await OpenPage.AtAsync(chromium, PagePath);

        Assert.Equal("$.manifest.rules[1].pool.digest", (await page.DifferenceAsync()).Path);
    }

    [BrowserFact]
    public async Task Page_TranscriptTamperedWith_NamesTheFirstDifferenceAsTheLibraryDoes()
    {
        DrawFolder.Save(Draws.LuckyByDrand(), Path.Combine(_folder, "drand"));
        DrawFolder.Save(Draws.Lucky(), _folder);
        await File.WriteAllTextAsync(PagePath, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, PagePath);
        await page.ChooseAsync([TranscriptPath, .. Directory.GetFiles(_folder, "*.txt")]);
        Assert.Equal("valid", await page.AnswerAsync());
        var original = await File.ReadAllTextAsync(TranscriptPath);
        var byDrand = await File.ReadAllTextAsync(Path.Combine(_folder, "drand", DrawFolder.TranscriptFile));

        foreach (var (how, path) in Tamperings)
        {
            await File.WriteAllTextAsync(TranscriptPath, Tampered(how is "other round" or "signature digit" ? byDrand : original, how));
            var library = DrawVerifier.Verify(TranscriptPath).FirstDifference!;
            await page.ChooseAsync(TranscriptPath);
            var difference = await page.DifferenceAsync();

            Assert.Equal((how, path, path), (how, library.Path, difference.Path));
            if (how is "winners swapped" or "ticket digit" or "seed")
                Assert.Equal((library.Expected, library.Actual), (difference.Expected, difference.Found));
        }
    }

    [BrowserFact]
    public async Task Page_SignatureOfAnotherBeacon_IsNotValid()
    {
        // Its hash and length are right, but it is another chain's round 1000.
        const string signature = "95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126";
        DrawFolder.Save(
            CampaignKit.Draws.Draw.Plan("c/d/p").Random("r", Pool.Of(["a", "b"]), 1).AllowOverlap()
                .Lock(new FutureDrandRound(Drand.Quicknet, 38)).Hold(new DrandRound(38, signature)),
            _folder);

        await using var page = await OpenPage.AtAsync(chromium, PagePath);

        Assert.Equal(("$.entropy.signature", signature), (await page.DifferenceAsync()) is var found ? (found.Path, found.Found) : default);
    }

    [BrowserFact]
    public async Task Lookup_OfPersonsAndEntries_ShowsTicketsAndPlacesOfTheLibrary()
    {
        var result = Draws.Lucky();
        DrawFolder.Save(result, _folder);
        await using var page = await OpenPage.AtAsync(chromium, PagePath);
        await page.AnswerAsync();

        foreach (var id in (string[])["m001", "m137", result["messages"].Winners[4].Id, result["messages"].Alternates[2].Id, result["messages"].Skipped[0].Entry.Id])
        {
            var answer = await LookUpAsync(page, "messages", id);
            var tickets = result.Transcript.Pools["messages"].Ids.Select(each => result["messages"].Seed.TicketOf(each)).Order().ToList();
            var ticket = result["messages"].Seed.TicketOf(id);
            Assert.Equal(ticket.ToString(), await answer.Locator("[data-ticket]").InnerTextAsync());
            Assert.Equal($"{tickets.IndexOf(ticket) + 1}", await answer.Locator("[data-place]").GetAttributeAsync("data-place"));
        }

        Assert.Contains("Won: winner 5 of 20", await (await LookUpAsync(page, "messages", result["messages"].Winners[4].Id)).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Alternate 3 of 10", await (await LookUpAsync(page, "messages", result["messages"].Alternates[2].Id)).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Its person", await (await LookUpAsync(page, "messages", result["messages"].Skipped[0].Entry.Id)).InnerTextAsync(), StringComparison.Ordinal);

        var winner = result["rank"].Winners[0];
        var rank = await LookUpAsync(page, "rank", winner.Id);
        Assert.Equal(winner.Ticket.ToString(), await rank.Locator("[data-ticket]").InnerTextAsync());
        Assert.Contains("Won: winner 1 of 20", await rank.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Cannot win by this rule", await (await LookUpAsync(page, "number", "00007")).InnerTextAsync(), StringComparison.Ordinal);

        await page.Tab.FillAsync("#lookup-id", "nobody");
        await page.Tab.PressAsync("#lookup-id", "Enter");
        Assert.Contains("nobody is in none of the pools", await page.Tab.Locator("#lookup-answer").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Pseudonym_OfSaltAndId_IsTheirHash()
    {
        await File.WriteAllTextAsync(PagePath, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, PagePath);

        await page.Tab.ClickAsync("#pseudonym summary");
        await page.Tab.FillAsync("#pseudonym-salt", Draws.Secret);
        await page.Tab.FillAsync("#pseudonym-id", "p-00007");
        await page.Tab.ClickAsync("#pseudonym-form button");

        Assert.Equal(Digest.Of($"{Draws.Secret}:p-00007").ToString(), await page.Tab.Locator("[data-pseudonym]").InnerTextAsync());
    }

    [BrowserFact]
    public async Task Beacon_PublishedVectors_GoodAndBadAreToldApart()
    {
        await File.WriteAllTextAsync(PagePath, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, PagePath);
        await page.Tab.ClickAsync("#beacon summary");
        await page.Tab.SelectOptionAsync("#beacon-chain", "");
        var schemes = await page.Tab.Locator("#beacon-scheme option").AllTextContentsAsync();
        var vectors = JsonNode.Parse(await File.ReadAllTextAsync(SharedFiles.Beside("Vectors/drand-beacons.json")))!["cases"]!.AsArray();
        var checkedHere = vectors.Where(vector => schemes.Contains((string)vector!["scheme"]!)).ToList();
        Assert.Equal(6, checkedHere.Count);

        foreach (var vector in checkedHere)
        {
            await page.Tab.SelectOptionAsync("#beacon-scheme", (string)vector!["scheme"]!);
            await page.Tab.FillAsync("#beacon-key", (string)vector["public_key"]!);
            await page.Tab.FillAsync("#beacon-round", vector["round"]!.ToString());
            await page.Tab.FillAsync("#beacon-signature", (string)vector["signature"]!);
            if (vector["previous_signature"] is { } previous)
                await page.Tab.FillAsync("#beacon-previous", (string)previous!);
            await page.Tab.ClickAsync("#beacon-form button");
            var answer = await page.Tab.Locator("#beacon-answer").InnerTextAsync();
            Assert.StartsWith((bool)vector["valid"]! ? "The signature is good" : "The signature is not good", answer, StringComparison.Ordinal);
        }
    }

    [BrowserTheory]
    [InlineData("en-GB", "Valid", "en")]
    [InlineData("zh-CN", "核验通过", "zh-Hans")]
    public async Task Language_OfTheBrowser_IsThePagesUntilSwitched(string locale, string verdict, string language)
    {
        DrawFolder.Save(Draws.Lucky(), _folder);
        await using var page = await OpenPage.AtAsync(chromium, PagePath, locale);
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
        DrawFolder.Save(Draws.Lucky(), _folder);
        await using var page = await OpenPage.AtAsync(chromium, PagePath, locale, width, scheme);
        await page.AnswerAsync();
        await page.Tab.FillAsync("#lookup-id", "00007");
        await page.Tab.PressAsync("#lookup-id", "Enter");
        await page.Tab.EvaluateAsync("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })");

        Assert.False(await page.ScrollsSidewaysAsync());

        await File.WriteAllTextAsync(TranscriptPath, Tampered(await File.ReadAllTextAsync(TranscriptPath), "manifest field"));
        await page.ChooseAsync(TranscriptPath);
        Assert.Equal("$.manifestDigest", (await page.DifferenceAsync()).Path);
        Assert.False(await page.ScrollsSidewaysAsync());
    }

    [BrowserFact]
    public async Task Controls_All_HaveAName()
    {
        DrawFolder.Save(Draws.Lucky(), _folder);
        await using var page = await OpenPage.AtAsync(chromium, PagePath);
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

    private static async Task<ILocator> LookUpAsync(OpenPage page, string rule, string id)
    {
        await page.Tab.FillAsync("#lookup-id", id);
        await page.Tab.PressAsync("#lookup-id", "Enter");
        var answer = page.Tab.Locator($"[data-lookup={rule}]");
        await answer.Locator("[data-fate], p").First.WaitForAsync();
        return answer;
    }

    private static string Tampered(string json, string how)
    {
        var transcript = JsonNode.Parse(json)!;
        var rules = transcript["rules"]!;
        switch (how)
        {
            case "winners swapped":
                var (first, second) = (rules[0]!["winners"]![0]!, rules[0]!["winners"]![1]!);
                (first["id"], second["id"]) = ((string)second["id"]!, (string)first["id"]!);
                break;
            case "ticket digit":
                rules[1]!["winners"]![3]!["ticket"] = OtherDigit((string)rules[1]!["winners"]![3]!["ticket"]!);
                break;
            case "seed":
                transcript["seed"] = OtherDigit((string)transcript["seed"]!);
                break;
            case "rule seed":
                rules[2]!["seed"] = OtherDigit((string)rules[2]!["seed"]!);
                break;
            case "manifest field":
                transcript["manifest"]!["rules"]![1]!["take"] = 21;
                break;
            case "other round":
                transcript["entropy"]!["round"] = Draws.Round + 1;
                break;
            case "signature digit":
                transcript["entropy"]!["signature"] = OtherDigit((string)transcript["entropy"]!["signature"]!);
                break;
            case "extra field":
                rules[0]!["losers"] = new JsonArray();
                break;
            case "extra field of an entry":
                rules[0]!["winners"]![0]!["note"] = "x";
                break;
            case "winner left out":
                rules[2]!["winners"]!.AsArray().RemoveAt(rules[2]!["winners"]!.AsArray().Count - 1);
                break;
            case "reason":
                var reason = rules[1]!["skipped"]![0]!;
                reason["reason"] = (string)reason["reason"]! == "drawn-by-this-rule" ? "won-by-earlier-rule" : "drawn-by-this-rule";
                break;
            default:
                throw new ArgumentException(how, nameof(how));
        }

        return transcript.ToJsonString();
    }

    private static string OtherDigit(string hex) => $"{hex[..^1]}{(hex[^1] == '0' ? '1' : '0')}";
}
