using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CampaignKit.Leaderboards;

/// <summary>
/// Strings as UTF-8 and back, one to one for all strings: half a surrogate pair, which has no UTF-8, takes the three bytes it would have if it were a
/// character (WTF-8; Sapin, 2014).
/// </summary>
internal static class Utf8Text
{
    private const int BytesOfHalf = 3;

    /// <summary>The most bytes that so many characters take.</summary>
    public static int MostBytes(int characters) => checked(characters * 3);

    /// <returns>How many bytes were written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        for (var written = 0; ;)
        {
            var status = Utf8.FromUtf16(text, bytes[written..], out var read, out var more, replaceInvalidSequences: false);
            written += more;
            if (status == OperationStatus.Done)
                return written;

            var half = text[read];
            bytes[written++] = (byte)(0xE0 | (half >> 12));
            bytes[written++] = (byte)(0x80 | ((half >> 6) & 0x3F));
            bytes[written++] = (byte)(0x80 | (half & 0x3F));
            text = text[(read + 1)..];
        }
    }

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);

        var characters = new char[bytes.Length];
        for (var written = 0; ;)
        {
            var status = Utf8.ToUtf16(bytes, characters.AsSpan(written), out var read, out var more, replaceInvalidSequences: false);
            written += more;
            if (status == OperationStatus.Done)
                return new string(characters, 0, written);

            var half = bytes.Slice(read, BytesOfHalf);
            characters[written++] = (char)(((half[0] & 0x0F) << 12) | ((half[1] & 0x3F) << 6) | (half[2] & 0x3F));
            bytes = bytes[(read + BytesOfHalf)..];
        }
    }
}
