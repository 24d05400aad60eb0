using System.Runtime.CompilerServices;

namespace CampaignKit.Leaderboards;

/// <summary>A text to look for: its cell and, if it is too long for one, the text itself.</summary>
internal readonly ref struct TextKey
{
    /// <summary>The key of a short text.</summary>
    public TextKey(TextCell cell) => Cell = cell;

    /// <summary>The key of any text.</summary>
    public TextKey(ReadOnlySpan<byte> text)
    {
        Cell = text.Length <= TextCell.MostBytes ? TextCell.Short(text) : TextCell.Long(0, text.Length);
        LongText = text;
    }

    public TextCell Cell { get; }

    /// <summary>The text, if it is long.</summary>
    public ReadOnlySpan<byte> LongText { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HashBy(in SipHash hash) => Cell.IsShort ? Cell.HashBy(in hash) : hash.Of(LongText);
}
