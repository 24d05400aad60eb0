using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CampaignKit.Draws;

/// <summary>What an entrant's id, or a holder's, may be: 1 to 256 bytes of UTF-8 without control characters.</summary>
internal static class EntrantText
{
    internal const int MaxIdBytes = 256;

    /// <summary>The longest line of a pool, without its line feed: an id, a tab and the longest value, which is a number's.</summary>
    internal const int MaxLineBytes = MaxIdBytes + 1 + MaxIdBytes;

    private const int LongestShown = 80;
    private const int MaxBytesPerChar = 3;
    private const byte LastPrintable = (byte)'~';
    private const byte Delete = 0x7f;

    // U+0080 to U+009F are 0xc2 and one of 0x80 to 0x9f.
    private const byte SecondControlsLead = 0xc2;
    private const byte FirstBehindSecondControls = 0xa0;

    private static readonly SearchValues<byte> MayBeControl =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), Delete, SecondControlsLead]);

    /// <summary>The rule that <paramref name="id"/> breaks; null if it is an id.</summary>
    internal static string? Problem(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
            return "an id has at least one character";
        if (id.Length > MaxIdBytes)
            return $"an id has at most {MaxIdBytes} bytes of UTF-8; this has {id.Length}";
        if (!id.ContainsAnyExceptInRange((byte)' ', LastPrintable))
            return null;
        if (!Utf8.IsValid(id))
            return "an id is valid UTF-8";
        return HasControl(id) ? "an id has no control character" : null;
    }

    /// <summary>The rule that <paramref name="id"/> breaks; null if it is an id.</summary>
    internal static string? Problem(string id)
    {
        Span<byte> bytes = stackalloc byte[RoomFor(id)];
        return Encode(id, ref bytes) ?? Problem(bytes);
    }

    /// <summary>The bytes of an id that a caller gives singly, as the parameter named.</summary>
    internal static byte[] Bytes(string id, string parameter = "id") => Problem(id) is { } rule
        ? throw new ArgumentException($"'{id}': {rule}.", parameter)
        : Encoding.UTF8.GetBytes(id);

    /// <summary>Bytes that certainly hold <paramref name="text"/>, if it is short enough to be an id or a value at all.</summary>
    internal static int RoomFor(string text) => Math.Min(text.Length, MaxIdBytes) * MaxBytesPerChar;

    /// <summary>Writes <paramref name="text"/> in UTF-8 and cuts <paramref name="bytes"/> to it; gives the rule broken if that cannot be.</summary>
    internal static string? Encode(string text, ref Span<byte> bytes)
    {
        var status = Utf8.FromUtf16(text, bytes, out _, out var written, replaceInvalidSequences: false);
        bytes = bytes[..written];
        return status switch
        {
            OperationStatus.Done => null,
            OperationStatus.DestinationTooSmall => $"an id has at most {MaxIdBytes} bytes of UTF-8",
            _ => "an id is valid Unicode; this holds half a surrogate pair",
        };
    }

    /// <summary>The text as an error shows it: quoted, shortened, what cannot be printed as its code.</summary>
    internal static string Show(ReadOnlySpan<byte> text)
    {
        var shown = new StringBuilder("'");
        while (!text.IsEmpty && shown.Length <= LongestShown)
        {
            if (Rune.DecodeFromUtf8(text, out var rune, out var consumed) != OperationStatus.Done)
                shown.Append($"\\x{text[0]:x2}");
            else if (Rune.IsControl(rune))
                shown.Append($"\\u{rune.Value:x4}");
            else
                shown.Append(rune.ToString());
            text = text[(consumed == 0 ? 1 : consumed)..];
        }

        return shown.Append(text.IsEmpty ? "'" : "…'").ToString();
    }

    private static bool HasControl(ReadOnlySpan<byte> validUtf8)
    {
        for (; validUtf8.IndexOfAny(MayBeControl) is >= 0 and var found; validUtf8 = validUtf8[(found + 1)..])
        {
            if (validUtf8[found] != SecondControlsLead || validUtf8[found + 1] < FirstBehindSecondControls)
                return true;
        }

        return false;
    }
}
