using System.Text.Json.Nodes;
using CampaignKit.Draws;

namespace CampaignKit.Browser.Tests;

/// <summary>Looking up an id, and the checks beside the draw itself.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MoreChecksTests(Chromium chromium) : IDisposable
{
    private readonly DrawOnDisk _draw = new();

    public void Dispose() => _draw.Dispose();

    [BrowserFact]
    public async Task Lookup_OfPersonsAndEntries_ShowsTicketsAndPlacesOfTheLibrary()
    {
        var result = Draws.Lucky();
        DrawFolder.Save(result, _draw.Folder);
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);
        await page.AnswerAsync();

        foreach (var id in (string[])["m001", "m137", result["messages"].Winners[4].Id, result["messages"].Alternates[2].Id, result["messages"].Skipped[0].Entry.Id])
        {
            var answer = await page.LookUpAsync("messages", id);
            var tickets = result.Transcript.Pools["messages"].Ids.Select(each => result["messages"].Seed.TicketOf(each)).Order().ToList();
            var ticket = result["messages"].Seed.TicketOf(id);
            Assert.Equal(ticket.ToString(), await answer.Locator("[data-ticket]").InnerTextAsync());
            Assert.Equal($"{tickets.IndexOf(ticket) + 1}", await answer.Locator("[data-place]").GetAttributeAsync("data-place"));
        }

        Assert.Contains("Won: winner 5 of 20", await (await page.LookUpAsync("messages", result["messages"].Winners[4].Id)).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Alternate 3 of 10", await (await page.LookUpAsync("messages", result["messages"].Alternates[2].Id)).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Its person", await (await page.LookUpAsync("messages", result["messages"].Skipped[0].Entry.Id)).InnerTextAsync(), StringComparison.Ordinal);

        var winner = result["rank"].Winners[0];
        var rank = await page.LookUpAsync("rank", winner.Id);
        Assert.Equal(winner.Ticket.ToString(), await rank.Locator("[data-ticket]").InnerTextAsync());
        Assert.Contains("Won: winner 1 of 20", await rank.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Cannot win by this rule", await (await page.LookUpAsync("number", "00007")).InnerTextAsync(), StringComparison.Ordinal);

        await page.Tab.FillAsync("#lookup-id", "nobody");
        await page.Tab.PressAsync("#lookup-id", "Enter");
        Assert.Contains("nobody is in none of the pools", await page.Tab.Locator("#lookup-answer").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Pseudonym_OfSaltAndId_IsTheirHash()
    {
        await File.WriteAllTextAsync(_draw.PagePath, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        await page.Tab.ClickAsync("#pseudonym summary");
        await page.Tab.FillAsync("#pseudonym-salt", Draws.Secret);
        await page.Tab.FillAsync("#pseudonym-id", "p-00007");
        await page.Tab.ClickAsync("#pseudonym-form button");

        Assert.Equal(Digest.Of($"{Draws.Secret}:p-00007").ToString(), await page.Tab.Locator("[data-pseudonym]").InnerTextAsync());
    }

    [BrowserFact]
    public async Task Beacon_PublishedVectors_GoodAndBadAreToldApart()
    {
        await File.WriteAllTextAsync(_draw.PagePath, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);
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

    [BrowserFact]
    public async Task SavedDigest_OfThisManifestOrAnother_IsToldApart()
    {
        var draw = Draws.Lucky();
        DrawFolder.Save(draw, _draw.Folder);
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);
        await page.AnswerAsync();

        Assert.StartsWith("It is the digest of this manifest", await AnswerToAsync($" {draw.Transcript.ManifestDigest} "), StringComparison.Ordinal);
        Assert.StartsWith("It is not the digest of this manifest", await AnswerToAsync(draw.Transcript.Seed.ToString()), StringComparison.Ordinal);
        Assert.StartsWith("A digest has 64 hex digits", await AnswerToAsync("abc"), StringComparison.Ordinal);

        async Task<string> AnswerToAsync(string digest)
        {
            await page.Tab.FillAsync("#saved-digest", digest);
            await page.Tab.ClickAsync("#saved-form button");
            return await page.Tab.Locator("#saved-answer").InnerTextAsync();
        }
    }
}
