namespace CampaignKit.Draws;

/// <summary>A stretch of a byte buffer. In memory it is its two numbers, as which the lanes of vectors read it.</summary>
internal readonly record struct TextSlice(int Start, int Length)
{
    internal int End => Start + Length;

    internal ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text) => text.Slice(Start, Length);
}
