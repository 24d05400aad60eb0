namespace CampaignKit.Draws;

/// <summary>A stretch of a byte buffer.</summary>
internal readonly record struct TextSlice(int Start, int Length)
{
    internal int End => Start + Length;

    internal ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text) => text.Slice(Start, Length);
}
