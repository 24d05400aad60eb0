using System.Numerics;

namespace CampaignKit.Leaderboards;

/// <summary>How entries are written, struck out, moved together and listed.</summary>
internal sealed partial class ScoreLogs
{
    public void CopyTo(int place, Span<Seat> seats)
    {
        if (seats.IsEmpty)
            return;

        var score = _counts.ScoreAt(IsDescending ? Count - 1 - place : place);
        var log = _logs[score]!;
        var (position, within) = log.PositionOf(place - MembersBeforeScore(score, log.Live));
        for (var filled = 0; ;)
        {
            filled += CopyLog(log, position, within, score ^ turn, seats[filled..]);
            if (filled == seats.Length)
                return;

            score = IsDescending ? _taken.NextBelow(score) : _taken.NextAbove(score);
            log = _logs[score]!;
            (position, within) = (0, 0);
        }
    }

    /// <summary>Fills in seats from a log, from a position on, of whose live entries <paramref name="within"/> are passed over.</summary>
    private int CopyLog(ScoreLog log, int position, int within, long key, Span<Seat> seats)
    {
        var filled = 0;
        for (; position < log.Length && filled < seats.Length; position++)
        {
            var number = log[position];
            if (number == Chunk.None)
                continue;

            var live = _chunks[number].Live;
            for (; within > 0; within--)
                live &= live - 1;
            for (; live != 0 && filled < seats.Length; live &= live - 1)
                seats[filled++] = new Seat(key, Sequence: 0, _entries[(number << Chunk.Bits) + BitOperations.TrailingZeroCount(live)]);
        }

        return filled;
    }

    private void Enter(int member, int score)
    {
        var log = _logs[score] ?? OpenLog(score);
        if ((log.Next & (Chunk.Entries - 1)) == 0)
            OpenChunk(log, score);

        var spot = log.Next++;
        ref var chunk = ref _chunks[spot >> Chunk.Bits];
        chunk.Live |= 1UL << spot;
        log.Count(chunk.Position, 1);
        _entries[spot] = member;
        _spots[member] = spot;
    }

    /// <summary>Strikes a member's entry out.</summary>
    /// <returns>The score it had.</returns>
    private int Leave(int member)
    {
        var spot = _spots[member];
        var number = spot >> Chunk.Bits;
        ref var chunk = ref _chunks[number];
        var score = chunk.Score;
        var log = _logs[score]!;
        chunk.Live &= ~(1UL << spot);
        log.Count(chunk.Position, -1);

        if (log.Live == 0)
        {
            CloseLog(log, score);
        }
        else if (chunk.Live == 0 && chunk.Position < log.Length - 1)
        {
            log.GiveBack(chunk.Position);
            Free(number);
        }

        if (log.IsMostlyDead)
            Compact(log);
        return score;
    }

    private ScoreLog OpenLog(int score)
    {
        _taken.Add(score);
        return _logs[score] = _spareLogs is { Count: > 0 } spares ? spares.Pop() : new ScoreLog();
    }

    private void CloseLog(ScoreLog log, int score)
    {
        _taken.Remove(score);
        _logs[score] = null;
        Compact(log);
        if (log.Capacity > LongestSpareLog)
            return;

        _spareLogs ??= [];
        if (_spareLogs.Count < MostSpareLogs)
            _spareLogs.Push(log);
    }

    private void OpenChunk(ScoreLog log, int score)
    {
        if (log.IsMostlyDead)
            Compact(log);
        if ((log.Next & (Chunk.Entries - 1)) != 0)
            return;

        // The last chunk was kept while it had room, whatever lived in it.
        if (log.Length > 0 && log[log.Length - 1] is var last and not Chunk.None && _chunks[last].Live == 0)
        {
            log.GiveBack(log.Length - 1);
            Free(last);
        }

        var number = NewChunk();
        _chunks[number] = new Chunk { Score = score, Position = log.Append(number) };
        log.Next = number << Chunk.Bits;
    }

    /// <summary>Moves the live entries together at the log's beginning, in their order, and gives the chunks behind them back.</summary>
    private void Compact(ScoreLog log)
    {
        var chunks = log.Chunks;
        chunks = chunks[..Kept(chunks)];

        var written = 0;
        foreach (var number in chunks)
            written = MoveTogether(number, chunks, written);

        log.Clear();
        var needed = (written + Chunk.Entries - 1) >> Chunk.Bits;
        foreach (var number in chunks[..needed])
        {
            var live = Math.Min(Chunk.Entries, written - (log.Length << Chunk.Bits));
            ref var chunk = ref _chunks[number];
            chunk.Live = ulong.MaxValue >>> (Chunk.Entries - live);
            chunk.Position = log.Append(number);
            log.Count(chunk.Position, live);
            log.Next = (number << Chunk.Bits) + live;
        }

        foreach (var number in chunks[needed..])
            Free(number);
    }

    /// <summary>Moves the chunks that have not been given back to the front.</summary>
    /// <returns>How many they are.</returns>
    private static int Kept(Span<int> chunks)
    {
        var kept = 0;
        foreach (var number in chunks)
        {
            if (number != Chunk.None)
                chunks[kept++] = number;
        }

        return kept;
    }

    /// <summary>Moves a chunk's live entries to behind the first <paramref name="written"/> entries of the chunks it belongs to.</summary>
    private int MoveTogether(int number, ReadOnlySpan<int> chunks, int written)
    {
        var entries = _entries.AsSpan(number << Chunk.Bits, Chunk.Entries);
        for (var live = _chunks[number].Live; live != 0; live &= live - 1)
            CacheLine.Prefetch(ref _spots[entries[BitOperations.TrailingZeroCount(live)]]);

        for (var live = _chunks[number].Live; live != 0; live &= live - 1)
        {
            var member = entries[BitOperations.TrailingZeroCount(live)];
            var spot = (chunks[written >> Chunk.Bits] << Chunk.Bits) + (written & (Chunk.Entries - 1));
            _entries[spot] = member;
            _spots[member] = spot;
            written++;
        }

        return written;
    }

    private int NewChunk()
    {
        if (_freeChunk != Chunk.None)
        {
            var free = _freeChunk;
            _freeChunk = _chunks[free].Position;
            return free;
        }

        if (_usedChunks == _chunks.Length)
        {
            var chunks = Capacity.For(_usedChunks + 1, _usedChunks, mostChunks);
            Array.Resize(ref _entries, chunks << Chunk.Bits);
            Array.Resize(ref _chunks, chunks);
        }

        return _usedChunks++;
    }

    private void Free(int number)
    {
        _chunks[number] = new Chunk { Position = _freeChunk };
        _freeChunk = number;
    }
}
