using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CampaignKit.Draws;

/// <summary>
/// Tickets in the lanes of vectors: SHA-256 of as many messages at once, from the state after the rule seed. Most tickets are rejected
/// by their first word, before they are anything but a lane.
/// </summary>
/// <remarks>A draw is held once: the loops are compiled at their best at once, and not when they have run for a while.</remarks>
internal sealed class LaneTicketHash<TLanes, TVector> : TicketHash
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private readonly uint[] _midstate;
    private readonly AlignedVectors<TVector> _schedule = new(Sha256Block.Rounds);
    private readonly AlignedVectors<TVector> _state = new(Sha256Block.StateWords);

    internal LaneTicketHash(RuleSeed seed)
    {
        Span<byte> block = stackalloc byte[Sha256Block.Size];
        seed.Value.WriteHex(block);
        _midstate = Sha256Block.StateAfter(block);
    }

    internal override int Lanes => TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Offer(TicketGroup group, SmallestTickets smallest)
    {
        var state = _state.Span;
        for (var i = 0; i < state.Length; i++)
            state[i] = TLanes.Create(_midstate[i]);
        for (var block = 0; block < group.Blocks; block++)
        {
            LoadBlock(group, block);
            Compress(_schedule.Span, state);
        }

        var count = group.Messages.Length;
        var limit = smallest.LimitOf(group.EntryOf(0), group.EntryOf(count - 1));
        var survivors = TLanes.AtMost(state[0], TLanes.Create(limit)) & ((1UL << count) - 1);
        for (; survivors != 0; survivors &= survivors - 1)
        {
            var lane = BitOperations.TrailingZeroCount(survivors);
            smallest.Offer(new Ticketed(TicketIn(lane), group.EntryOf(lane)));
        }
    }

    private Digest TicketIn(int lane)
    {
        var words = MemoryMarshal.Cast<TVector, uint>(_state.Span);
        return new Digest(Pair(words, lane, 0), Pair(words, lane, 2), Pair(words, lane, 4), Pair(words, lane, 6));
    }

    private static ulong Pair(ReadOnlySpan<uint> words, int lane, int first) =>
        ((ulong)words[(first * TLanes.Count) + lane] << 32) | words[((first + 1) * TLanes.Count) + lane];

    /// <summary>Fills the first words of the schedule with one block of each message, padded where a message ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LoadBlock(TicketGroup group, int block)
    {
        var offset = block * Sha256Block.Size;
        var lengths = default(TVector);
        var lengthOf = MemoryMarshal.Cast<TVector, uint>(new Span<TVector>(ref lengths));
        var schedule = _schedule.Span;
        var rows = MemoryMarshal.Cast<TVector, uint>(schedule);
        var used = Math.Clamp(((group.Longest - offset) / sizeof(uint)) + 1, 0, Sha256Block.Words);

        var messages = group.Messages;
        for (var lane = 0; lane < messages.Length; lane++)
        {
            lengthOf[lane] = (uint)messages[lane].Length;
            LoadLane(group.Text, messages[lane].Start + offset, rows[lane..], used);
        }

        for (var word = 0; word < used; word++)
            schedule[word] = TLanes.MessageWord(schedule[word], TLanes.Add(lengths, TLanes.Create((uint)-(offset + (word * sizeof(uint))))));
        schedule[used..Sha256Block.Words].Clear();
        if (block == group.Blocks - 1)
            schedule[Sha256Block.Words - 1] = TLanes.BitLength(TLanes.Add(lengths, TLanes.Create(Digest.HexLength)));
    }

    // What stands behind a message is loaded with it, and cut off by MessageWord.
    private static void LoadLane(ReadOnlySpan<byte> text, int start, Span<uint> column, int words)
    {
        if (start <= text.Length - Sha256Block.Size)
            LoadWords(text.Slice(start, Sha256Block.Size), column, words);
        else
            LoadAtEnd(text[Math.Min(start, text.Length)..], column, words);
    }

    private static void LoadAtEnd(ReadOnlySpan<byte> rest, Span<uint> column, int words)
    {
        Span<byte> padded = stackalloc byte[Sha256Block.Size];
        padded.Clear();
        rest.CopyTo(padded);
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
