using System.Buffers;
using System.Globalization;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// Takes back the escapes that the platform's writer makes though JSON does not demand them: of characters beyond 16 bits, of separators,
/// of what is not assigned. A text then has one spelling, whoever writes it.
/// </summary>
internal static class NeedlessEscapes
{
    private const int Length = 6;

    /// <summary>A document without them.</summary>
    /// <param name="json">A document as the writer made it: quotes and backslashes are not escaped by number, and surrogates stand in pairs.</param>
    internal static byte[] Without(ReadOnlySpan<byte> json)
    {
        var plain = new ArrayBufferWriter<byte>(json.Length + 1);
        for (var escape = json.IndexOf((byte)'\\'); escape >= 0; escape = json.IndexOf((byte)'\\'))
        {
            plain.Write(json[..escape]);
            json = json[escape..];
            var escaped = 2;
            if (json[1] == 'u' && UnitAt(json) is >= ' ' and var unit)
            {
                var rune = char.IsHighSurrogate(unit) ? new Rune(unit, UnitAt(json[Length..])) : new Rune(unit);
                plain.Advance(rune.EncodeToUtf8(plain.GetSpan(4)));
                escaped = rune.Utf16SequenceLength * Length;
            }
            else
            {
                plain.Write(json[..escaped]);
            }

            json = json[escaped..];
        }

        plain.Write(json);
        return plain.WrittenSpan.ToArray();
    }

    private static char UnitAt(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape[2..Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
