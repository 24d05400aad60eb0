using CampaignKit.Draws;

namespace CampaignKit.Browser.Tests;

/// <summary>What was tampered with is named as the library names it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TamperedDrawTests(Chromium chromium) : IDisposable
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

    private readonly DrawOnDisk _draw = new();

    public void Dispose() => _draw.Dispose();

    [BrowserFact]
    public async Task Page_TranscriptTamperedWith_NamesTheFirstDifferenceAsTheLibraryDoes()
    {
        DrawFolder.Save(Draws.LuckyByDrand(), Path.Combine(_draw.Folder, "drand"));
        DrawFolder.Save(Draws.Lucky(), _draw.Folder);
        await File.WriteAllTextAsync(_draw.PagePath, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);
        await page.ChooseAsync([_draw.TranscriptPath, .. Directory.GetFiles(_draw.Folder, "*.txt")]);
        Assert.Equal("valid", await page.AnswerAsync());
        var original = await File.ReadAllTextAsync(_draw.TranscriptPath);
        var byDrandPath = Path.Combine(_draw.Folder, "drand", DrawFolder.TranscriptFile);
        var byDrand = await File.ReadAllTextAsync(byDrandPath);

        foreach (var (how, path) in Tamperings)
        {
            // Beside the files of its own draw.
            var (transcriptPath, json) = how is "other round" or "signature digit" ? (byDrandPath, byDrand) : (_draw.TranscriptPath, original);
            await File.WriteAllTextAsync(transcriptPath, TamperedTranscript.With(json, how));
            var library = DrawVerifier.Verify(transcriptPath).FirstDifference!;
            await page.ChooseAsync(transcriptPath);
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
            _draw.Folder);

        await using var page = await OpenPage.AtAsync(chromium, _draw.PagePath);

        Assert.Equal(("$.entropy.signature", signature), (await page.DifferenceAsync()) is var found ? (found.Path, found.Found) : default);
    }
}
