using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CampaignKit.Tool.Boards;

/// <summary>Writes the entries of a board as a table or as JSON.</summary>
internal static class BoardReport
{
    public static void Write(TextWriter output, IReadOnlyList<BoardEntry> entries)
    {
        (string Rank, string Id, string Score)[] lines =
            [("rank", "id", "score"), .. entries.Select(entry => (entry.Rank.ToString(CultureInfo.InvariantCulture), ShownText.Visible(entry.Id), entry.Score))];
        var (ranks, ids, scores) = (lines.Max(line => line.Rank.Length), lines.Max(line => Width(line.Id)), lines.Max(line => line.Score.Length));
        foreach (var (rank, id, score) in lines)
            output.WriteLine($"{rank.PadLeft(ranks)}  {id}{new string(' ', ids - Width(id))}  {score.PadLeft(scores)}");
    }

    public static void Write(Utf8JsonWriter document, IReadOnlyList<BoardEntry> entries)
    {
        document.WriteStartArray("entries");
        foreach (var (rank, id, score) in entries)
        {
            document.WriteStartObject();
            document.WriteNumber("rank", rank);
            document.WriteString("id", id);
            document.WritePropertyName("score");
            document.WriteRawValue(score);
            document.WriteEndObject();
        }

        document.WriteEndArray();
    }

    /// <summary>The columns that a text takes on a terminal, near enough to keep a table straight: two for East Asian and pictures, none for marks.</summary>
    private static int Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value switch
    {
        < 0x300 => 1,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff) => 2,
        (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd) => 2,
        _ => 1,
    });
}
