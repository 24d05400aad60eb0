using System.Text.Json;
using System.Text.RegularExpressions;
using CampaignKit.Draws;
using CampaignKit.Draws.Tests;

namespace CampaignKit.Browser.Tests;

/// <summary>The page and the library come to the same answer on transcripts in which one thing was changed, at every place in turn.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class ChangedTranscriptTests(Chromium chromium) : IDisposable
{
    // Gives the page one transcript after another, as a visitor would, and notes each answer.
    private const string CheckAll =
        """
        async (documents) => {
          const verdict = document.querySelector('#verdict');
          const input = document.querySelector('#files-input');
          const answers = [];
          for (const text of documents) {
            const chosen = new DataTransfer();
            chosen.items.add(new File([text], 'transcript.json'));
            const answered = new Promise((resolve) => {
              new MutationObserver((_, watch) => {
                if (verdict.dataset.state === 'working') return;
                watch.disconnect();
                resolve();
              }).observe(verdict, { attributes: true, attributeFilter: ['data-state'] });
            });
            input.files = chosen.files;
            input.dispatchEvent(new Event('change'));
            await answered;
            answers.push(verdict.dataset.state);
          }
          return answers;
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("changed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public async Task Page_AnythingChanged_AnswersAsTheLibraryDoes()
    {
        // Each kind of change once at each kind of place: of many winners, one.
        var changed = FuzzedTranscripts.Names
            .Cast<object[]>()
            .SelectMany(row => Changed(FuzzedTranscripts.Document((string)row[0])))
            .DistinctBy(change => (AnyIndex().Replace(change.Path, "[]"), change.Change))
            .ToList();
        var path = Path.Combine(_folder, "page.html");
        await File.WriteAllTextAsync(path, VerifyPage.Html());
        await using var page = await OpenPage.AtAsync(chromium, path);

        var answers = await page.Tab.EvaluateAsync<string[]>(CheckAll, changed.Select(change => change.Json).ToArray());

        Assert.InRange(changed.Count, 1000, 2000);
        Assert.Equal(
            changed.Select(change => $"{change.Path} {change.Change}: {OfTheLibrary(change.Json)}"),
            changed.Zip(answers, (change, answer) => $"{change.Path} {change.Change}: {answer}"));
    }

    private static IReadOnlyList<DocumentMutation> Changed(byte[] transcript)
    {
        using var document = JsonDocument.Parse(transcript);
        return [.. DocumentMutation.Of(document.RootElement)];
    }

    private string OfTheLibrary(string json)
    {
        var file = Path.Combine(_folder, DrawFolder.TranscriptFile);
        File.WriteAllText(file, json);
        return DrawVerifier.Verify(file).Status switch
        {
            VerificationStatus.Valid => "valid",
            VerificationStatus.PartlyChecked => "partly",
            _ => "invalid",
        };
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex AnyIndex();
}
