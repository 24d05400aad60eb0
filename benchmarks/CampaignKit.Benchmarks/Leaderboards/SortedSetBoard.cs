namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The board that one writes with what the framework has: a sorted set beside a dictionary. Its rank is a walk from the top.</summary>
internal sealed class SortedSetBoard
{
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly SortedSet<Entry> _order = new(Comparer<Entry>.Create(Compare));
    private long _sequence;

    public void Increment(string id)
    {
        var score = 1L;
        if (_entries.TryGetValue(id, out var entry))
        {
            _order.Remove(entry);
            score += entry.Score;
        }

        Set(id, score);
    }

    public void Set(string id, long score)
    {
        var entry = new Entry(score, _sequence++, id);
        _entries[id] = entry;
        _order.Add(entry);
    }

    public int RankOf(string id)
    {
        var score = _entries[id].Score;
        return 1 + _order.TakeWhile(other => other.Score > score).Count();
    }

    public List<(string Id, long Score)> Top(int n) => [.. _order.Take(n).Select(entry => (entry.Id, entry.Score))];

    private static int Compare(Entry left, Entry right)
    {
        var byScore = right.Score.CompareTo(left.Score);
        return byScore != 0 ? byScore : left.Sequence.CompareTo(right.Sequence);
    }

    private readonly record struct Entry(long Score, long Sequence, string Id);
}
