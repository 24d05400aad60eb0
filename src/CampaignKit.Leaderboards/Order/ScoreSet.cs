using System.Numerics;

namespace CampaignKit.Leaderboards;

/// <summary>A set of scores from 0 on: which ones have members.</summary>
internal sealed class ScoreSet
{
    private const int None = -1;

    private ulong[] _words = new ulong[1];

    public int Count { get; private set; }

    /// <summary>Puts in a score that is not in the set.</summary>
    public void Add(int score)
    {
        var word = score >> 6;
        if (word >= _words.Length)
            Array.Resize(ref _words, Math.Max(2 * _words.Length, word + 1));
        _words[word] |= 1UL << score;
        Count++;
    }

    /// <summary>Takes out a score that is in the set.</summary>
    public void Remove(int score)
    {
        _words[score >> 6] &= ~(1UL << score);
        Count--;
    }

    public int CountBelow(int score)
    {
        var word = score >> 6;
        if (word >= _words.Length)
            return Count;

        var count = BitOperations.PopCount(_words[word] & ((1UL << score) - 1));
        foreach (var scores in _words.AsSpan(0, word))
            count += BitOperations.PopCount(scores);
        return count;
    }

    /// <summary>The next score of the set above this one; -1 if there is none.</summary>
    public int NextAbove(int score)
    {
        var from = score + 1;
        for (var word = from >> 6; word < _words.Length; word++)
        {
            var scores = word == from >> 6 ? _words[word] & (ulong.MaxValue << from) : _words[word];
            if (scores != 0)
                return (word << 6) + BitOperations.TrailingZeroCount(scores);
        }

        return None;
    }

    /// <summary>The next score of the set below this one; -1 if there is none.</summary>
    public int NextBelow(int score)
    {
        for (var word = score >> 6; word >= 0; word--)
        {
            var scores = word == score >> 6 ? _words[word] & ((1UL << score) - 1) : _words[word];
            if (scores != 0)
                return (word << 6) + BitOperations.Log2(scores);
        }

        return None;
    }

    public void Clear()
    {
        _words = new ulong[1];
        Count = 0;
    }
}
