using CampaignKit.Grievances;
using CampaignKit.Grievances.Tests;
using Microsoft.Playwright;

namespace CampaignKit.Browser.Tests;

/// <summary>The page of a report, of names as bad as they get: no request, no script, no scrolling sideways, everything named.</summary>
[Collection(BrowserCollection.Name)]
public sealed class GrievanceReportTests(Chromium chromium) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report-page-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserTheory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    public async Task Page_OfAnyWidth_ScrollsOnlyWithinItsTablesAndCharts(int width, ColorScheme scheme)
    {
        await using var page = await OpenAsync(width, scheme);
        await page.Tab.EvaluateAsync("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })");

        Assert.False(await page.ScrollsSidewaysAsync());
        var (ink, paper) = (await StyleAsync(page, "color"), await StyleAsync(page, "backgroundColor"));
        Assert.Equal(scheme is ColorScheme.Dark ? ("rgb(230, 237, 243)", "rgb(20, 24, 29)") : ("rgb(27, 31, 36)", "rgb(255, 255, 255)"), (ink, paper));
    }

    [BrowserFact]
    public async Task Page_HostileNames_AreShownAndDoNotRun()
    {
        await using var page = await OpenAsync();

        Assert.Equal(SmallTown.Options.Title, await page.Tab.TitleAsync());
        Assert.Equal(0, await page.Tab.Locator("script, b, [onload]").CountAsync());
        var names = await page.Tab.Locator("#comparison tbody th").AllTextContentsAsync();
        Assert.Equal([SmallTown.Script, SmallTown.Pipe, "water", SmallTown.Attribute, "供暖办公室", "(none)"], names);
    }

    [BrowserTheory]
    [InlineData(400)]
    [InlineData(1000)]
    public async Task Page_ChartsTablesAndSections_HaveNames(int width)
    {
        await using var page = await OpenAsync(width);

        var charts = await page.Tab.EvaluateAsync<string[]>("() => [...document.querySelectorAll('svg')].filter((each) => each.checkVisibility()).map((each) => each.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id).textContent).join(': '))");
        Assert.Equal(3, charts.Length);
        Assert.All(
            charts.Zip(["Resolution curves", "Funnel plot by unit: satisfaction", "Control chart by week: satisfaction"]),
            chart => Assert.StartsWith(chart.Second, chart.First, StringComparison.Ordinal));
        Assert.Equal(3, await page.Tab.GetByRole(AriaRole.Img).CountAsync());

        Assert.Equal("en", await page.Tab.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Tab.Locator("main h1").CountAsync());
        Assert.Equal(0, await page.Tab.Locator("th:not([scope])").CountAsync());
        Assert.Equal(await page.Tab.Locator("table").CountAsync(), await page.Tab.Locator("table caption").CountAsync());
        Assert.Empty(await page.Tab.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[aria-labelledby]')].filter((each) => each.getAttribute('aria-labelledby').split(' ').some((id) => !document.getElementById(id)?.textContent)).map((each) => each.outerHTML)"));
        Assert.Empty(await page.Tab.EvaluateAsync<string[]>("() => [...document.querySelectorAll('nav a')].filter((each) => !document.querySelector(each.getAttribute('href'))).map((each) => each.outerHTML)"));
        Assert.Empty(await page.Tab.EvaluateAsync<string[]>("() => { const ids = [...document.querySelectorAll('[id]')].map((each) => each.id); return ids.filter((id, place) => ids.indexOf(id) !== place); }"));
    }

    [BrowserTheory]
    [InlineData(360)]
    [InlineData(400)]
    [InlineData(672)]
    [InlineData(673)]
    [InlineData(1200)]
    public async Task Charts_OfAnyWidth_HaveLettersOfElevenPixelsAndNearlyFitTheScreen(int width)
    {
        await using var page = await OpenAsync(width);

        var sizes = await page.Tab.EvaluateAsync<double[]>(
            """
            () => [...document.querySelectorAll('svg')].filter((each) => each.checkVisibility()).flatMap((svg) => {
              const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
              return [...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
            })
            """);
        var overhang = await page.Tab.EvaluateAsync<double>("() => Math.max(...[...document.querySelectorAll('figure .scroll')].map((each) => each.scrollWidth - each.clientWidth))");

        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.InRange(size, 11, 18));
        Assert.InRange(overhang, 0, width < 400 ? 30 : 0);
    }

    [BrowserTheory]
    [InlineData(400)]
    [InlineData(1000)]
    public async Task Charts_OfTheReport_KeepTheirTextWithinTheDrawing(int width)
    {
        await using var page = await OpenAsync(width);

        var outside = await page.Tab.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('svg text')].filter((text) => text.checkVisibility()).filter((text) => {
              const [box, frame] = [text.getBBox(), text.ownerSVGElement.viewBox.baseVal];
              return box.x < 0 || box.y < 0 || box.x + box.width > frame.width || box.y + box.height > frame.height;
            }).map((text) => text.textContent)
            """);

        Assert.Empty(outside);
    }

    [BrowserTheory]
    [InlineData(400)]
    [InlineData(1000)]
    public async Task Charts_OfTheReport_HaveNoLabelOverAnother(int width)
    {
        await using var page = await OpenAsync(width);

        var overlapping = await page.Tab.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('svg')].filter((each) => each.checkVisibility()).flatMap((svg) => {
              const texts = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBBox() }));
              return texts.flatMap((one, place) => texts.slice(place + 1)
                .filter((other) => one.box.x + 1 < other.box.x + other.box.width && other.box.x + 1 < one.box.x + one.box.width
                  && one.box.y + 5 < other.box.y + other.box.height && other.box.y + 5 < one.box.y + one.box.height)
                .map((other) => `${one.text} / ${other.text}`));
            })
            """);

        Assert.Empty(overlapping);
    }

    private static Task<string> StyleAsync(OpenPage page, string property) =>
        page.Tab.EvaluateAsync<string>($"getComputedStyle(document.body).{property}");

    private async Task<OpenPage> OpenAsync(int width = 1000, ColorScheme scheme = ColorScheme.Light)
    {
        var path = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(path, GrievanceReport.Of(SmallTown.Rated, SmallTown.Options).ToHtml());
        return await OpenPage.AtAsync(chromium, path, width: width, scheme: scheme);
    }
}
