using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CampaignKit;

/// <summary>Reads the text of a definition file as JSON; comments and trailing commas are allowed.</summary>
internal static class JsonSyntax
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The document, every text of which can be read; null, with one problem that names line and column, if it is no JSON.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, DefinitionProblems problems)
    {
        if (utf8.Span.StartsWith(ByteOrderMark))
            utf8 = utf8[ByteOrderMark.Length..];
        if (TextProblem(utf8.Span) is { } problem)
        {
            problems.Unread(DefinitionPath.Root, "", problem);
            return null;
        }

        return JsonDocument.Parse(utf8, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    // A document does not look into its texts; reading them here keeps a broken one from failing anywhere later.
    private static string? TextProblem(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }

            return null;
        }
        catch (JsonException syntax)
        {
            var line = LineAt(utf8, (int)(syntax.LineNumber ?? 0));
            var before = line[..Math.Min((int)(syntax.BytePositionInLine ?? 0), line.Length)];
            var what = DefinitionProblems.Shortened(syntax.Message.Split(" LineNumber:")[0].Split(" Path:")[0]);
            return Describe((int)(syntax.LineNumber ?? 0), before, what);
        }
        catch (InvalidOperationException)
        {
            var before = utf8[..(int)reader.TokenStartIndex];
            return Describe(before.Count((byte)'\n'), before[(before.LastIndexOf((byte)'\n') + 1)..], "The text is not valid Unicode.");
        }
    }

    private static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> utf8, int number)
    {
        for (; number > 0; number--)
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        var end = utf8.IndexOf((byte)'\n');
        return end < 0 ? utf8 : utf8[..end];
    }

    private static string Describe(int line, ReadOnlySpan<byte> before, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"is not JSON at line {line + 1}, column {Encoding.UTF8.GetCharCount(before) + 1}: {what}");
}
