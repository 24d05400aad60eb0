namespace CampaignKit.Draws;

/// <summary>Slices of a text that are hashed together, at least one.</summary>
internal readonly ref struct MessageGroup
{
    internal MessageGroup(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices)
    {
        Text = text;
        Slices = slices;
        foreach (var slice in slices)
            Longest = Math.Max(Longest, slice.Length);
    }

    internal ReadOnlySpan<byte> Text { get; }

    internal ReadOnlySpan<TextSlice> Slices { get; }

    internal int Count => Slices.Length;

    internal int Longest { get; }

    /// <summary>The blocks of the longest, padding included.</summary>
    internal int Blocks => Sha256Block.CountFor(Longest);
}
