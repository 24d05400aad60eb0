using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CampaignKit.Draws;

/// <summary>SHA-256 in the lanes of vectors: of as many messages at once, a block at a time. Holds buffers: one per thread.</summary>
/// <remarks>A draw is held once: the loops are compiled at their best at once, and not when they have run for a while.</remarks>
/// <param name="initial">The state to begin with, after blocks that all messages share, if there are any.</param>
/// <param name="bytesBefore">The bytes of these blocks.</param>
internal sealed class LaneSha256<TLanes, TVector>(uint[] initial, int bytesBefore = 0)
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private readonly AlignedVectors<TVector> _schedule = new(Sha256Block.Rounds);
    private readonly AlignedVectors<TVector> _state = new(Sha256Block.StateWords);

    /// <summary>The words of the block that is hashed next, a message in each lane.</summary>
    internal Span<TVector> Block => _schedule.Span[..Sha256Block.Words];

    /// <summary>The words of the state: after a message's last block, of its hash.</summary>
    internal Span<TVector> State => _state.Span;

    internal void Begin()
    {
        var state = _state.Span;
        for (var i = 0; i < state.Length; i++)
            state[i] = TLanes.Create(initial[i]);
    }

    internal void Compress() => Compress(_schedule.Span, _state.Span);

    /// <summary>Loads one block of each message, padded where a message ends. In the lane of one that has ended before, it means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Load(MessageGroup messages, int block)
    {
        var offset = block * Sha256Block.Size;
        var words = Block;
        var used = Math.Clamp(((messages.Longest - offset) / sizeof(uint)) + 1, 0, Sha256Block.Words);

        TVector lengths;
        if (messages.Count == TLanes.Count)
            LoadFull(messages, offset, words, used, out lengths);
        else
            LoadPart(messages, offset, words, used, out lengths);

        for (var word = 0; word < used; word++)
            words[word] = TLanes.MessageWord(words[word], TLanes.Add(lengths, TLanes.Create((uint)-(offset + (word * sizeof(uint))))));
        words[used..].Clear();
        if (block == messages.Blocks - 1)
            words[^1] = TLanes.BitLength(TLanes.Add(lengths, TLanes.Create((uint)bytesBefore)));
        else
            EndThoseOf(block + 1, messages.Slices, MemoryMarshal.Cast<TVector, uint>(words[^1..]));
    }

    /// <summary>A message in every lane: where no text ends close behind, four words of each at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadFull(MessageGroup messages, int offset, Span<TVector> words, int used, out TVector lengths)
    {
        const int wordsAtOnce = 4;
        var slices = MemoryMarshal.Cast<TextSlice, TVector>(messages.Slices);
        lengths = TLanes.Odds(slices[0], slices[1]);
        var starts = TLanes.Add(TLanes.Evens(slices[0], slices[1]), TLanes.Create((uint)offset));
        var lastStart = messages.Text.Length - Sha256Block.Size;
        if (lastStart < 0 || BitOperations.PopCount(TLanes.AtMost(starts, TLanes.Create((uint)lastStart))) < TLanes.Count)
        {
            LoadPart(messages, offset, words, used, out lengths);
            return;
        }

        for (var word = 0; word < used; word += wordsAtOnce)
            TLanes.LoadFourWords(messages.Text, messages.Slices, offset + (word * sizeof(uint)), words.Slice(word, wordsAtOnce));
    }

    private static void LoadPart(MessageGroup messages, int offset, Span<TVector> words, int used, out TVector lengths)
    {
        lengths = default;
        var lengthOf = MemoryMarshal.Cast<TVector, uint>(new Span<TVector>(ref lengths));
        var rows = MemoryMarshal.Cast<TVector, uint>(words);
        var slices = messages.Slices;
        for (var lane = 0; lane < slices.Length; lane++)
        {
            lengthOf[lane] = (uint)slices[lane].Length;
            LoadLane(messages.Text, slices[lane].Start + offset, rows[lane..], used);
        }
    }

    private void EndThoseOf(int blocks, ReadOnlySpan<TextSlice> slices, Span<uint> lastWord)
    {
        for (var lane = 0; lane < slices.Length; lane++)
        {
            if (Sha256Block.CountFor(slices[lane].Length) == blocks)
                lastWord[lane] = (uint)(8 * (bytesBefore + slices[lane].Length));
        }
    }

    // What stands behind a message is loaded with it, and cut off by MessageWord.
    private static void LoadLane(ReadOnlySpan<byte> text, int start, Span<uint> column, int words)
    {
        if (start >= 0 && start <= text.Length - Sha256Block.Size)
            LoadWords(text.Slice(start, Sha256Block.Size), column, words);
        else
            LoadAtEdge(text, start, column, words);
    }

    private static void LoadAtEdge(ReadOnlySpan<byte> text, int start, Span<uint> column, int words)
    {
        Span<byte> padded = stackalloc byte[Sha256Block.Size];
        padded.Clear();
        if (start < text.Length)
            text[Math.Max(start, 0)..Math.Min(start + Sha256Block.Size, text.Length)].CopyTo(padded[Math.Max(-start, 0)..]);
        LoadWords(padded, column, words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadWords(ReadOnlySpan<byte> text, Span<uint> column, int words)
    {
        ref var from = ref MemoryMarshal.GetReference(text);
        ref var to = ref MemoryMarshal.GetReference(column);
        for (var word = 0; word < words; word++)
            Unsafe.Add(ref to, word * TLanes.Count) = Unsafe.ReadUnaligned<uint>(in Unsafe.Add(ref from, word * sizeof(uint)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compress(Span<TVector> w, Span<TVector> state)
    {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        ReadOnlySpan<uint> k = Sha256Block.RoundConstants.AsSpan(0, Sha256Block.Rounds);
        for (var t = 0; t < Sha256Block.Rounds; t += 8)
        {
            // A part of the schedule at a time, so that the processor fills with it the waits between rounds.
            if (t < Sha256Block.Rounds - Sha256Block.Words)
                Extend(w.Slice(t, Sha256Block.Words + 8));

            // Instead of moving eight words along, each round names them one further.
            (d, h) = Round(a, b, c, d, e, f, g, h, w[t], k[t]);
            (c, g) = Round(h, a, b, c, d, e, f, g, w[t + 1], k[t + 1]);
            (b, f) = Round(g, h, a, b, c, d, e, f, w[t + 2], k[t + 2]);
            (a, e) = Round(f, g, h, a, b, c, d, e, w[t + 3], k[t + 3]);
            (h, d) = Round(e, f, g, h, a, b, c, d, w[t + 4], k[t + 4]);
            (g, c) = Round(d, e, f, g, h, a, b, c, w[t + 5], k[t + 5]);
            (f, b) = Round(c, d, e, f, g, h, a, b, w[t + 6], k[t + 6]);
            (e, a) = Round(b, c, d, e, f, g, h, a, w[t + 7], k[t + 7]);
        }

        state[0] = TLanes.Add(state[0], a);
        state[1] = TLanes.Add(state[1], b);
        state[2] = TLanes.Add(state[2], c);
        state[3] = TLanes.Add(state[3], d);
        state[4] = TLanes.Add(state[4], e);
        state[5] = TLanes.Add(state[5], f);
        state[6] = TLanes.Add(state[6], g);
        state[7] = TLanes.Add(state[7], h);
    }

    /// <summary>The words of the schedule that follow from the first sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Extend(Span<TVector> w)
    {
        for (var t = Sha256Block.Words; t < w.Length; t++)
        {
            w[t] = TLanes.Add(
                TLanes.Add(w[t - 16], TLanes.SmallSigma0(w[t - 15])),
                TLanes.Add(w[t - 7], TLanes.SmallSigma1(w[t - 2])));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector D, TVector H) Round(
        TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h, TVector w, uint k)
    {
        var first = TLanes.Add(
            TLanes.Add(TLanes.Add(h, TLanes.Add(w, TLanes.Create(k))), TLanes.Choose(e, f, g)),
            TLanes.BigSigma1(e));
        var second = TLanes.Add(TLanes.BigSigma0(a), TLanes.Majority(a, b, c));
        return (TLanes.Add(d, first), TLanes.Add(first, second));
    }
}
