namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The board that sorts all scores for every question.</summary>
internal sealed class SortedListBoard
{
    private readonly Dictionary<string, long> _scores = [];

    public void Increment(string id) => _scores[id] = _scores.GetValueOrDefault(id) + 1;

    public void Set(string id, long score) => _scores[id] = score;

    public int RankOf(string id)
    {
        var sorted = _scores.Values.ToArray();
        Array.Sort(sorted, (left, right) => right.CompareTo(left));
        return 1 + Array.IndexOf(sorted, _scores[id]);
    }

    public List<(string Id, long Score)> Top(int n) =>
        [.. _scores.OrderByDescending(entry => entry.Value).Take(n).Select(entry => (entry.Key, entry.Value))];
}
