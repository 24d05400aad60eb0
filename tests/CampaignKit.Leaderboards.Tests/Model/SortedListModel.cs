using System.Numerics;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>The plain twin of a board: a list that is sorted for every question, and ranks counted as their definitions say.</summary>
internal sealed class SortedListModel(LeaderboardOptions options)
{
    private readonly List<Entry> _entries = [];
    private long _arrivals;

    public int Count => _entries.Count;

    public IEnumerable<string> Ids => _entries.Select(entry => entry.Id);

    public long? ScoreOf(string id) => Find(id)?.Score;

    public ScoreChange Set(string id, long score)
    {
        var entry = Find(id);
        if (entry is not null && entry.Score == score)
            return new ScoreChange(WriteOutcome.Unchanged, score, score);

        Remove(id);
        _entries.Add(new Entry(id, score, _arrivals++));
        return new ScoreChange(entry is null ? WriteOutcome.Added : WriteOutcome.Changed, entry?.Score, score);
    }

    public ScoreChange SetIfBetter(string id, long score) =>
        ScoreOf(id) is { } kept && !IsBetter(score, kept) ? new ScoreChange(WriteOutcome.Unchanged, kept, kept) : Set(id, score);

    public ScoreChange Increment(string id, long by) => Set(id, checked((ScoreOf(id) ?? 0) + by));

    public ScoreChange Decrement(string id, long by, long? floor)
    {
        var before = ScoreOf(id) ?? 0;
        var after = new BigInteger(before) - by;
        if (floor is not null && after < floor)
            after = before < floor ? before : floor.Value;
        return Set(id, (long)after);
    }

    public bool Remove(string id) => _entries.RemoveAll(entry => entry.Id == id) > 0;

    public int KeepTop(int n)
    {
        var kept = Sorted().Take(n).ToHashSet();
        return _entries.RemoveAll(entry => !kept.Contains(entry));
    }

    public void Clear() => _entries.Clear();

    public List<Standing<string>> Listing(RankStyle style) =>
        [.. Sorted().Select((entry, index) => new Standing<string>(RankOf(entry, index, style), entry.Score, entry.Id))];

    public double FractionalRankOf(string id) =>
        Sorted().Select((entry, index) => (entry.Score, Place: index + 1.0)).Where(at => at.Score == ScoreOf(id)).Average(at => at.Place);

    public double PercentileOf(string id) => _entries.Count(entry => IsBetter(ScoreOf(id)!.Value, entry.Score)) * 100.0 / Count;

    public int CountBetween(long low, long high) => _entries.Count(entry => entry.Score >= low && entry.Score <= high);

    private Entry? Find(string id) => _entries.Find(entry => entry.Id == id);

    private bool IsBetter(long score, long than) => options.Order == ScoreOrder.Descending ? score > than : score < than;

    private int RankOf(Entry entry, int index, RankStyle style) => style switch
    {
        RankStyle.Ordinal => index + 1,
        RankStyle.Competition => 1 + _entries.Count(other => IsBetter(other.Score, entry.Score)),
        RankStyle.ModifiedCompetition => _entries.Count(other => !IsBetter(entry.Score, other.Score)),
        RankStyle.Dense => 1 + _entries.Where(other => IsBetter(other.Score, entry.Score)).Select(other => other.Score).Distinct().Count(),
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    private IEnumerable<Entry> Sorted()
    {
        var byScore = options.Order == ScoreOrder.Descending ? _entries.OrderByDescending(entry => entry.Score) : _entries.OrderBy(entry => entry.Score);
        return options.Ties switch
        {
            TieOrder.EarliestFirst => byScore.ThenBy(entry => entry.Arrival),
            TieOrder.LatestFirst => byScore.ThenByDescending(entry => entry.Arrival),
            TieOrder.ById => byScore.ThenBy(entry => entry.Id, StringComparer.Ordinal),
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
    }

    private sealed record Entry(string Id, long Score, long Arrival);
}
