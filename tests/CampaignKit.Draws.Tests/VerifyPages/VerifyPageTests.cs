using System.Text.Json;

namespace CampaignKit.Draws.Tests;

/// <summary>What stands in the page; what the page does with it, a browser tells elsewhere.</summary>
public sealed class VerifyPageTests : IDisposable
{
    private const string Start = "<script type=\"application/json\" id=\"published\">";
    private const string End = "</script>";

    private readonly string _folder = Directory.CreateTempSubdirectory("verify-page-").FullName;

    private string PagePath => Path.Combine(_folder, DrawFolder.VerifyPageFile);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Html_WithoutADraw_HoldsNone() => Assert.Empty(Published(VerifyPage.Html()));

    [Fact]
    public void Html_IdsThatLookLikeMarkup_StayText()
    {
        string[] ids = ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029", "&lt;", "参与者", "😀", "\"", @"\u003c"];
        var transcript = Draw.Plan("c/d/p").Random("r", Pool.Of(ids), ids.Length).AllowOverlap().Lock(Changning.Entropy).Hold(Changning.Reveal).Transcript;

        var html = VerifyPage.Html(transcript, new Dictionary<string, string> { ["</script>.txt"] = "<" });

        var published = Published(html);
        Assert.Equal(transcript.ToJson(), published[DrawFolder.TranscriptFile]);
        Assert.Equal("<", published["</script>.txt"]);
        Assert.DoesNotContain('\u2028', html);
        Assert.Equal(VerifyPage.Html().Split('<').Length, html.Split('<').Length);
    }

    [Fact]
    public void Save_OfAResult_PutsTheFilesIntoThePage()
    {
        DrawFolder.Save(Changning.Held(), _folder);

        var published = Published(File.ReadAllText(PagePath));

        Assert.Equal(
            [DrawFolder.ManifestFile, DrawFolder.TranscriptFile, "rank.pool.txt", "messages.pool.txt", "messages.holders.txt", "number.pool.txt"],
            published.Keys);
        Assert.All(published, file => Assert.Equal(File.ReadAllText(Path.Combine(_folder, file.Key)), file.Value));
    }

    [Fact]
    public void Write_ListsOverTheLimit_LeavesThemOutAndKeepsSignatures()
    {
        DrawFolder.Save(Changning.Held(), _folder);
        File.WriteAllText(Path.Combine(_folder, DrawFolder.ExclusionsFile), new string('x', VerifyPage.MaxEmbeddedBytes));
        File.WriteAllText(Path.Combine(_folder, "manifest.signature.json"), "{}");

        VerifyPage.Write(_folder);

        Assert.Equal([DrawFolder.ManifestFile, DrawFolder.TranscriptFile, "manifest.signature.json"], Published(File.ReadAllText(PagePath)).Keys);
    }

    private static Dictionary<string, string> Published(string html)
    {
        var start = html.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(html[start..html.IndexOf(End, start, StringComparison.Ordinal)])!;
    }
}
