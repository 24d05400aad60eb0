using System.Text.Json;
using CampaignKit.Grievances;
using CampaignKit.Grievances.Tests;
using Microsoft.Playwright;

namespace CampaignKit.Browser.Tests;

/// <summary>The page of a report for those who see no colours or little contrast: as the browser computes its styles, not as they were meant.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReportLegibilityTests(Chromium chromium) : IDisposable
{
    /// <summary>What the scripts below share: contrast is (L1 + 0.05) / (L2 + 0.05) of relative luminances (Web Content Accessibility Guidelines 2.2, 2023).</summary>
    private const string Colours =
        """
        const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
        const isSeen = (colour) => colour !== 'none' && parts(colour)[3] !== 0;
        const over = (colour, ground, opacity) => parts(colour).slice(0, 3).map((part, place) => part * opacity + parts(ground)[place] * (1 - opacity));
        const luminance = (colour) => colour.map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
          .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
        const contrast = (colour, ground, opacity = 1) => {
          const [low, high] = [luminance(over(colour, ground, opacity)), luminance(parts(ground).slice(0, 3))].sort((one, other) => one - other);
          return (high + 0.05) / (low + 0.05);
        };
        const paper = getComputedStyle(document.body).backgroundColor;
        const styleOf = (each) => getComputedStyle(each);
        const isShown = (each) => each.getClientRects().length > 0;
        const charts = [...document.querySelectorAll('svg')].filter(isShown);
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("report-legibility-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserTheory]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    public async Task Text_OfThePage_StandsOutFromItsGround(bool withRatings, ColorScheme scheme)
    {
        await using var page = await OpenAsync(BusyTown.Report(withRatings), scheme);

        var texts = await AskAsync(
            page,
            """
            const groundOf = (each) => {
              for (let at = each; at; at = at.parentElement)
                if (isSeen(styleOf(at).backgroundColor)) return styleOf(at).backgroundColor;
            };
            const hasText = (each) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
            return [...document.body.querySelectorAll('*')].filter((each) => hasText(each) && isShown(each))
              .map((each) => [each, each.closest('svg') ? styleOf(each).fill : styleOf(each).color])
              .map(([each, colour]) => ({ what: `${each.tagName} ${each.textContent}`, contrast: contrast(colour, groundOf(each), styleOf(each).opacity) }));
            """);

        Assert.True(texts.Length > 500, $"Only {texts.Length} texts were found.");
        Assert.DoesNotContain(texts, text => text.GetProperty("contrast").GetDouble() < 4.5);
    }

    [BrowserTheory]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    public async Task Charts_LinesMarksAndBand_StandOutFromTheirGround(bool withRatings, ColorScheme scheme)
    {
        await using var page = await OpenAsync(BusyTown.Report(withRatings), scheme);

        // Grid lines only lead the eye: what they say stands beside them as text.
        var shapes = await AskAsync(
            page,
            """
            return charts.flatMap((svg) => {
              const band = svg.querySelector('.band');
              return [...svg.querySelectorAll('path:not(.grid)')].map((path) => {
                const style = styleOf(path);
                const grounds = [paper, ...band && path.matches('.curve, .whole') ? [styleOf(band).fill] : []];
                const paints = [style.stroke, style.fill].filter(isSeen);
                return { what: path.outerHTML, contrast: Math.min(...grounds.map((ground) => Math.max(...paints.map((paint) => contrast(paint, ground, style.opacity))))) };
              });
            });
            """);

        Assert.True(shapes.Length > 80, $"Only {shapes.Length} shapes were found.");
        Assert.DoesNotContain(shapes, shape => shape.GetProperty("contrast").GetDouble() < 3);
    }

    [BrowserTheory]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    public async Task Charts_MarksOfAnotherColour_HaveAnotherShapeThatTheCaptionNames(bool withRatings, ColorScheme scheme)
    {
        await using var page = await OpenAsync(BusyTown.Report(withRatings), scheme);

        var marks = (await AskAsync(
            page,
            """
            return charts.flatMap((svg) => [...svg.querySelectorAll('path:has(title)')].map((mark) => {
              const style = styleOf(mark);
              const isHollow = !isSeen(style.fill) || style.fill === paper;
              const outline = mark.getAttribute('d').replace(/^M[-\d.]+ [-\d.]+/, '');
              return {
                chart: svg.getAttribute('aria-labelledby'),
                colour: `${style.stroke} ${style.fill}`,
                sign: { 'm0 -6': isHollow ? '△' : '▲', 'm0 6l': isHollow ? '▽' : '▼', 'm-4 0': isHollow ? '○' : '●', 'm-3 0': isHollow ? '○' : '●' }[outline.slice(0, 5)],
                title: mark.textContent,
                caption: svg.closest('figure').querySelector('figcaption').textContent,
              };
            }));
            """)).Select(mark => mark.Deserialize<Mark>(JsonSerializerOptions.Web)!).ToList();

        Assert.Equal(["▲△▼▽○", "▲▼○"], marks.GroupBy(m => m.Chart).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Concat("▲△▼▽○●".Where(sign => c.Any(m => m.Sign == $"{sign}")))));
        Assert.All(marks.GroupBy(m => (m.Chart, m.Sign)), alike => Assert.Single(alike.Select(m => m.Colour).Distinct()));
        Assert.All(marks, mark => Assert.Contains(mark.Sign, mark.Caption, StringComparison.Ordinal));
        Assert.All(marks.Where(m => m.Chart.StartsWith("funnel", StringComparison.Ordinal)), mark => Assert.Contains($", {mark.Sign} ", mark.Title, StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Charts_LinesOfAnotherKind_HaveAnotherDashOrWidth(bool withRatings)
    {
        await using var page = await OpenAsync(BusyTown.Report(withRatings));

        var lines = await AskAsync(
            page,
            """
            return charts.map((svg) => Object.entries(Object.fromEntries(
              [...svg.querySelectorAll('.centre, .inner, .outer, .link, .curve, .whole')].map((line) => [line.getAttribute('class'), `${styleOf(line).strokeDasharray} ${styleOf(line).strokeWidth}`]))));
            """);

        Assert.Equal([4, 3, 3], lines.Select(chart => chart.GetArrayLength()));
        Assert.All(lines, chart => Assert.Distinct(chart.EnumerateArray().Select(line => line[1].GetString())));
    }

    [BrowserFact]
    public async Task Satisfaction_InEveryTableOnAPhone_IsInSightTogetherWithTheResponseRate()
    {
        await using var page = await OpenAsync(GrievanceReport.Of(SmallTown.Rated, SmallTown.Options), width: 400);

        foreach (var section in new[] { "satisfaction", "comparison", "trend" })
        {
            var headers = await page.Tab.Locator($"#{section} thead th").AllTextContentsAsync();
            var column = headers.ToList().IndexOf("Rated");
            Assert.Equal("Rated of closed", headers[column + 1]);
            Assert.Equal(section == "satisfaction" ? "Satisfied of those rated" : "Rate", headers[column - 1]);
            Assert.True(await page.Tab.Locator($"#{section} thead th:nth-child({column + 1})").EvaluateAsync<bool>("cell => cell.getBoundingClientRect().right <= document.documentElement.clientWidth"));
            var answered = await page.Tab.Locator($"#{section} tbody tr > :nth-child({column + 1})").AllTextContentsAsync();
            Assert.Equal(await page.Tab.Locator($"#{section} tbody tr").CountAsync(), answered.Count);
            Assert.All(answered, share => Assert.Matches(@"^\d+\.\d\d %$", share));
        }
    }

    private static async Task<JsonElement[]> AskAsync(OpenPage page, string script) =>
        [.. (await page.Tab.EvaluateAsync<JsonElement>($"() => {{ {Colours} {script} }}")).EnumerateArray()];

    private async Task<OpenPage> OpenAsync(GrievanceReport report, ColorScheme scheme = ColorScheme.Light, int width = 1000)
    {
        var path = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(path, report.ToHtml());
        var page = await OpenPage.AtAsync(chromium, path, width: width, scheme: scheme);
        await page.Tab.EvaluateAsync("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        return page;
    }

    private sealed record Mark(string Chart, string Colour, string Sign, string Title, string Caption);
}
