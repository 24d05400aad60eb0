using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>
/// One HTML file with which anyone checks a draw in a browser, offline: it draws everything again, looks up ids, and needs nothing from a
/// network. A draw can stand in it, so that it opens with the answer; else the visitor chooses the published files.
/// </summary>
public static class VerifyPage
{
    /// <summary>The most bytes of pools, holders, strata and exclusions that <see cref="Write"/> puts into a page: 2 MB. Larger ones the visitor loads from their files.</summary>
    public const int MaxEmbeddedBytes = 2 * 1024 * 1024;

    private const string Place = "id=\"published\">{}</script>";

    // In a script's text only '<' can begin markup; these two end a line in older scripts.
    private static readonly (string Char, string Escape)[] Unsafe = [("<", @"\u003c"), ("\u2028", @"\u2028"), ("\u2029", @"\u2029")];

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] SignatureFiles = [DrawFolder.ManifestSignatureFile, DrawFolder.TranscriptSignatureFile];

    /// <summary>The page without a draw.</summary>
    public static string Html() => Html(new Dictionary<string, string>());

    /// <summary>The page with a draw in it.</summary>
    /// <param name="transcript">The draw, with or without its pools; without, the visitor loads them from their files.</param>
    /// <param name="files">Other published files by name, such as <c>rank.pool.txt</c> or <c>manifest.signature.json</c>.</param>
    public static string Html(Transcript transcript, IReadOnlyDictionary<string, string>? files = null)
    {
        var published = new Dictionary<string, string> { [DrawFolder.TranscriptFile] = Guard.Against.Null(transcript).ToJson() };
        foreach (var (name, text) in files ?? new Dictionary<string, string>())
            published.TryAdd(name, text);
        return Html(published);
    }

    /// <summary>
    /// Writes <c>verify.html</c> into the folder of a draw that was held, with the manifest published at the lock, the transcript and its
    /// signatures in it, and all lists that are there unless they are larger than <see cref="MaxEmbeddedBytes"/> together. To be called again when one of these files changes.
    /// </summary>
    /// <param name="folder">The folder, as <see cref="DrawFolder"/> writes it.</param>
    /// <exception cref="DrawDocumentException">Its transcript cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(string folder)
    {
        Guard.Against.NullOrEmpty(folder);
        var manifest = Transcript.Load(Path.Combine(folder, DrawFolder.TranscriptFile)).Manifest;
        var lists = Existing(folder, [.. manifest.Rules.SelectMany(rule => ListsOf(rule.Id)), DrawFolder.ExclusionsFile]);
        var names = Existing(folder, [DrawFolder.ManifestFile, DrawFolder.TranscriptFile, .. SignatureFiles]);
        if (lists.Sum(name => new FileInfo(Path.Combine(folder, name)).Length) <= MaxEmbeddedBytes)
            names.AddRange(lists);

        var html = Html(names.ToDictionary(name => name, name => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, name)))));
        WholeFile.Write(Path.Combine(folder, DrawFolder.VerifyPageFile), stream => stream.Write(Encoding.UTF8.GetBytes(html)));
    }

    private static string[] ListsOf(string ruleId) => [DrawFolder.PoolFileOf(ruleId), DrawFolder.HoldersFileOf(ruleId), DrawFolder.StrataFileOf(ruleId)];

    private static List<string> Existing(string folder, IEnumerable<string> names) => [.. names.Where(name => File.Exists(Path.Combine(folder, name)))];

    private static string Html(Dictionary<string, string> published)
    {
        var page = Template();
        var place = page.IndexOf(Place, StringComparison.Ordinal);
        return place < 0
            ? throw new InvalidOperationException("The page has no place for a draw.")
            : page.Remove(place, Place.Length).Insert(place, Place.Replace("{}", Json(published), StringComparison.Ordinal));
    }

    private static string Json(Dictionary<string, string> published)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Options))
        {
            json.WriteStartObject();
            foreach (var (name, content) in published)
                json.WriteString(name, content);
            json.WriteEndObject();
        }

        return Unsafe.Aggregate(Encoding.UTF8.GetString(text.WrittenSpan), (json, part) => json.Replace(part.Char, part.Escape, StringComparison.Ordinal));
    }

    private static string Template()
    {
        using var page = new StreamReader(typeof(VerifyPage).Assembly.GetManifestResourceStream(DrawFolder.VerifyPageFile)!, Encoding.UTF8);
        return page.ReadToEnd();
    }
}
