using CampaignKit.Grievances;
using CampaignKit.Grievances.Tests;
using Microsoft.Playwright;

namespace CampaignKit.Browser.Tests;

/// <summary>A table that is cut by the screen shows at its edge that there is more, and one that is not shows nothing.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReportScrollTests(Chromium chromium) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report-scroll-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Box_ContentBeyondAnEdge_ShowsAShadeAtThatEdgeAlone(ColorScheme scheme)
    {
        await using var page = await OpenAsync(scheme);
        await page.Tab.EvaluateAsync(
            """
            () => {
              for (const [id, width] of [['fitting', '40px'], ['cut', '2000px']]) {
                const [box, content] = [document.createElement('div'), document.createElement('div')];
                [box.id, box.className, content.style.width, content.style.height] = [id, 'scroll', width, '120px'];
                box.append(content);
                document.querySelector('main').prepend(box);
              }
            }
            """);
        var (plainLeft, plainRight) = (await EdgeAsync(page, "fitting", isRight: false), await EdgeAsync(page, "fitting", isRight: true));

        Assert.Equal((true, false), await PlainAtAsync(0));
        Assert.Equal((false, false), await PlainAtAsync(500));
        Assert.Equal((false, true), await PlainAtAsync(9999));

        async Task<(bool Left, bool Right)> PlainAtAsync(int scrolled)
        {
            await page.Tab.EvaluateAsync("scrolled => { document.getElementById('cut').scrollLeft = scrolled; }", scrolled);
            return ((await EdgeAsync(page, "cut", isRight: false)).SequenceEqual(plainLeft), (await EdgeAsync(page, "cut", isRight: true)).SequenceEqual(plainRight));
        }
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Shade_AtItsDarkest_StandsOutFromThePaperAndTextFromIt(ColorScheme scheme)
    {
        await using var page = await OpenAsync(scheme);

        var contrasts = await page.Tab.EvaluateAsync<double[]>(
            """
            () => {
              const probe = document.querySelector('main').appendChild(document.createElement('p'));
              const colourOf = (value) => { probe.style.color = value; return getComputedStyle(probe).color.match(/[\d.]+/g).map(Number); };
              const [shade, paper, ink] = ['var(--shade)', 'var(--paper)', 'var(--ink)'].map(colourOf);
              const edge = paper.map((part, place) => shade[place] * shade[3] + part * (1 - shade[3]));
              const luminance = (colour) => colour.slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
              const contrast = (one, other) => {
                const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
                return (high + 0.05) / (low + 0.05);
              };
              return [contrast(edge, paper), contrast(ink, edge)];
            }
            """);

        Assert.InRange(contrasts[0], 3, 21);
        Assert.InRange(contrasts[1], 4.5, 21);
    }

    [BrowserFact]
    public async Task Percentages_OnAPhone_DoNotBreakAcrossLines()
    {
        await using var page = await OpenAsync(ColorScheme.Light);

        var broken = await page.Tab.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.unbroken, td.number')].filter((each) => { const range = document.createRange(); range.selectNodeContents(each); return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1; }).map((each) => each.textContent)");

        Assert.True(await page.Tab.Locator(".unbroken").CountAsync() > 20);
        Assert.Empty(broken);
        Assert.False(await page.ScrollsSidewaysAsync());
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tables_OnPaper_KeepTheirNumbersWholeAndWithinIt(bool isBusy)
    {
        await using var page = await OpenAsync(ColorScheme.Light, isBusy ? BusyTown.Report(withRatings: true) : null);

        // A4 with margins of a centimetre.
        await page.Tab.SetViewportSizeAsync(718, 1000);
        await page.Tab.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.Tab.EvaluateAsync("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })");

        var wide = await page.Tab.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table')].filter((each) => each.getBoundingClientRect().right > 718).map((each) => `${each.caption.textContent}: ${each.getBoundingClientRect().right}`)");

        Assert.Empty(wide);
        Assert.Equal("nowrap", await page.Tab.Locator("td.number").First.EvaluateAsync<string>("cell => getComputedStyle(cell).whiteSpace"));
    }

    /// <summary>A picture of a strip along an edge, clear of a scroll bar below.</summary>
    private static async Task<byte[]> EdgeAsync(OpenPage page, string id, bool isRight)
    {
        await page.Tab.Locator($"#{id}").ScrollIntoViewIfNeededAsync();
        var box = (await page.Tab.Locator($"#{id}").BoundingBoxAsync())!;
        return await page.Tab.ScreenshotAsync(new PageScreenshotOptions
        {
            Clip = new Clip { X = isRight ? box.X + box.Width - 10 : box.X, Y = box.Y + 20, Width = 10, Height = 60 },
        });
    }

    private async Task<OpenPage> OpenAsync(ColorScheme scheme, GrievanceReport? report = null)
    {
        var path = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(path, (report ?? GrievanceReport.Of(SmallTown.Rated, SmallTown.Options)).ToHtml());
        return await OpenPage.AtAsync(chromium, path, width: 400, scheme: scheme);
    }
}
