using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CampaignKit.Grievances.Tests;

/// <summary>A small report, character by character. A wanted change is accepted with CAMPAIGNKIT_ACCEPT_REPORTS=1, and looked at.</summary>
public sealed class GoldenReportTests
{
    public static TheoryData<string> Forms => ["rated.txt", "rated.md", "rated.html", "rated.json", "unrated.txt", "unrated.html", "hidden.md"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Report_OfTheSmallTown_IsTheGoldenOne(string form)
    {
        var golden = $"Pages/Golden/{form}";
        var printed = Print(form);
        if (Environment.GetEnvironmentVariable("CAMPAIGNKIT_ACCEPT_REPORTS") != "1")
        {
            Assert.Equal(File.ReadAllText(SharedFiles.Beside(golden)), printed);
            return;
        }

        Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), "Reports are accepted where someone looks at them, which a build server does not.");
        File.WriteAllText(Path.Combine(SharedFiles.RepositoryRoot, "tests/CampaignKit.Grievances.Tests", golden), printed);
    }

    internal static string Json(GrievanceReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            report.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Print(string form)
    {
        var options = form.StartsWith("hidden", StringComparison.Ordinal) ? SmallTown.Options with { SuppressBelow = 5 } : SmallTown.Options;
        var report = GrievanceReport.Of(form.StartsWith("unrated", StringComparison.Ordinal) ? SmallTown.Unrated : SmallTown.Rated, options);
        return Path.GetExtension(form) switch
        {
            ".md" => report.ToMarkdown(),
            ".html" => report.ToHtml(),
            ".json" => Json(report),
            _ => report.ToString(),
        };
    }
}
