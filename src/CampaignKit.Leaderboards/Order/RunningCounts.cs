using System.Numerics;
using System.Runtime.InteropServices;

namespace CampaignKit.Leaderboards;

/// <summary>
/// How many members have less than a score, ready for every score: the count of a score is the sum of one number of its own and one of its block.
/// A question is two loads; a member that goes from one score to the next changes one number, one that goes far at most two blocks and the row of
/// blocks, many numbers at a time.
/// </summary>
internal sealed class RunningCounts
{
    private const int BlockBits = 8;
    private const int Block = 1 << BlockBits;
    private const int Fewest = 8;

    // The first block grows to its size, so that a board of a few low scores takes little; the others come whole.
    private int[] _own = new int[Fewest];
    private int[] _block = new int[1];
    private int _members;

    /// <summary>The scores from 0 to below this can be used.</summary>
    public int Scores => _own.Length;

    /// <summary>How many members have less than <paramref name="score"/>, which may be <see cref="Scores"/>.</summary>
    public int Below(int score) => score < _own.Length ? _own[score] + _block[score >> BlockBits] : _members;

    public void Enter(int score)
    {
        Add(score + 1, _own.Length, 1);
        _members++;
    }

    public void Leave(int score)
    {
        Add(score + 1, _own.Length, -1);
        _members--;
    }

    public void Move(int from, int to)
    {
        if (to == from + 1)
            _own[to]--;
        else if (to > from)
            Add(from + 1, to + 1, -1);
        else
            Add(to + 1, from + 1, 1);
    }

    /// <summary>The score of the member before whom, counted from the lowest score, there are <paramref name="index"/> others.</summary>
    public int ScoreAt(int index)
    {
        var low = 0;
        var high = _own.Length;
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (Below(middle) <= index)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    public void Reach(int score)
    {
        if (score < _own.Length)
            return;

        if (_own.Length < Block)
            GrowFirstBlock(score);
        if (score < _own.Length)
            return;

        var blocks = _block.Length;
        Array.Resize(ref _block, Math.Max(2 * blocks, (score >> BlockBits) + 1));
        Array.Resize(ref _own, _block.Length << BlockBits);
        _block.AsSpan(blocks).Fill(_members);
    }

    public void Clear()
    {
        _own = new int[Fewest];
        _block = new int[1];
        _members = 0;
    }

    private void GrowFirstBlock(int score)
    {
        var scores = _own.Length;
        Array.Resize(ref _own, Math.Min(Block, Math.Max(score + 1, 2 * scores)));
        _own.AsSpan(scores).Fill(_members);
    }

    private static void Add(Span<int> numbers, int by)
    {
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(numbers);
        foreach (ref var vector in vectors)
            vector += new Vector<int>(by);
        foreach (ref var number in numbers[(vectors.Length * Vector<int>.Count)..])
            number += by;
    }

    private void Add(int from, int to, int by)
    {
        var (first, last) = (from >> BlockBits, to >> BlockBits);
        if (first == last)
        {
            Add(_own.AsSpan(from, to - from), by);
            return;
        }

        Add(_own.AsSpan(from, ((first + 1) << BlockBits) - from), by);
        Add(_block.AsSpan(first + 1, last - first - 1), by);
        Add(_own.AsSpan(last << BlockBits, to - (last << BlockBits)), by);
    }
}
