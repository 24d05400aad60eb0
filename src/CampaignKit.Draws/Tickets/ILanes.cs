namespace CampaignKit.Draws;

/// <summary>The arithmetic of SHA-256 on as many 32-bit words at once as a vector has lanes.</summary>
internal interface ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The same word in every lane.</summary>
    static abstract TVector Create(uint word);

    static abstract TVector Add(TVector x, TVector y);

    static abstract TVector And(TVector x, TVector y);

    /// <summary>Σ₀ of FIPS 180-4, 4.1.2.</summary>
    static abstract TVector BigSigma0(TVector x);

    /// <summary>Σ₁.</summary>
    static abstract TVector BigSigma1(TVector x);

    /// <summary>σ₀.</summary>
    static abstract TVector SmallSigma0(TVector x);

    /// <summary>σ₁.</summary>
    static abstract TVector SmallSigma1(TVector x);

    /// <summary>Ch: the bits of <paramref name="y"/> where <paramref name="x"/> has ones, else those of <paramref name="z"/>.</summary>
    static abstract TVector Choose(TVector x, TVector y, TVector z);

    /// <summary>Maj: the bits that two of the three have.</summary>
    static abstract TVector Majority(TVector x, TVector y, TVector z);

    /// <summary>
    /// Four words of the text from each slice's start and <paramref name="offset"/> on, for as many slices as there are lanes, as they stand in
    /// memory. All of these bytes must be in the text.
    /// </summary>
    static abstract void LoadFourWords(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> slices, int offset, Span<TVector> words);

    /// <summary>
    /// A word of the message from four bytes of the text: big-endian, with only the first <paramref name="bytesLeft"/> of it kept, followed
    /// by the 0x80 that ends a message if it ends here. Below 0 the message has ended before; from 4 on all of the word belongs to it.
    /// </summary>
    static abstract TVector MessageWord(TVector text, TVector bytesLeft);

    /// <summary>Eight times as much: bytes as bits.</summary>
    static abstract TVector BitLength(TVector bytes);

    /// <summary>The last byte of each word of <paramref name="x"/>, followed by the first three of <paramref name="y"/>.</summary>
    static abstract TVector Straddle(TVector x, TVector y);

    /// <summary>The words in the lanes 0, 2, 4, … of <paramref name="x"/> and then of <paramref name="y"/>.</summary>
    static abstract TVector Evens(TVector x, TVector y);

    /// <summary>The words in the lanes 1, 3, 5, … of <paramref name="x"/> and then of <paramref name="y"/>.</summary>
    static abstract TVector Odds(TVector x, TVector y);

    /// <summary>A bit for each lane, set where the word is at most <paramref name="limit"/>.</summary>
    static abstract ulong AtMost(TVector x, TVector limit);
}
