using System.Numerics;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>The plain twin of a board: a list that is sorted for every question, and ranks counted as their definitions say.</summary>
internal sealed class SortedListModel(LeaderboardOptions options)
{
    private readonly List<Entry> _entries = [];
    private long _arrivals;

    public LeaderboardOptions Options => options;

    public int Count => Ranked.Count();

    public int UnrankedCount => _entries.Count - Count;

    public IEnumerable<string> Ids => _entries.Select(entry => entry.Id);

    private IEnumerable<Entry> Ranked => _entries.Where(entry => !entry.IsHidden && !(options.LeavesZeroUnranked && entry.Score == 0));

    private bool HasSeconds => options.Ties == TieOrder.BySecondScore;

    public long? ScoreOf(string id) => Find(id)?.Score;

    public bool IsRanked(string id) => Ranked.Any(entry => entry.Id == id);

    public ScoreChange Set(string id, long score, long second, Condition condition) => Write(id, condition, _ => (score, second));

    public ScoreChange SetIfBetter(string id, long score, long second, Condition condition) =>
        Write(id, condition, held => held is null || IsBefore((score, second), (held.Score, held.Second)) ? (score, second) : (held.Score, held.Second));

    public ScoreChange Increment(string id, long by, long secondBy, Condition condition) =>
        Write(id, condition, held => checked(((held?.Score ?? 0) + by, (held?.Second ?? 0) + secondBy)));

    public ScoreChange Decrement(string id, long by, long? floor, Condition condition) => Write(id, condition, held =>
    {
        var before = held?.Score ?? 0;
        var after = new BigInteger(before) - by;
        if (floor is not null && after < floor)
            after = before < floor ? before : floor.Value;
        return ((long)after, held?.Second ?? 0);
    });

    public bool Remove(string id) => _entries.RemoveAll(entry => entry.Id == id) > 0;

    public bool SetHidden(string id, bool isHidden)
    {
        if (Find(id) is not { } entry || entry.IsHidden == isHidden)
            return false;

        _entries.Remove(entry);
        _entries.Add(entry with { IsHidden = isHidden, Arrival = _arrivals++ });
        return true;
    }

    public bool IsHidden(string id) => Find(id)?.IsHidden ?? false;

    public int KeepTop(int n)
    {
        var dropped = Sorted().Skip(n).ToHashSet();
        return _entries.RemoveAll(dropped.Contains);
    }

    public void Clear() => _entries.Clear();

    public void Load(IEnumerable<(string Id, long Score, long Second)> members)
    {
        Clear();
        foreach (var (id, score, second) in members)
            Set(id, score, second, default);
    }

    public List<Standing<string>> Listing(RankStyle style) => ListingOf([.. Sorted()], style);

    public List<(int Rank, string Id)> Among(IReadOnlyCollection<string> ids, RankStyle style) =>
        [.. ListingOf([.. Sorted().Where(entry => ids.Contains(entry.Id))], style).Select(standing => (standing.Rank, standing.Id))];

    public double FractionalRankOf(string id) =>
        Sorted().Select((entry, index) => (entry, Place: index + 1.0)).Where(at => TieOf(at.entry) == TieOf(Find(id)!)).Average(at => at.Place);

    public double PercentileOf(string id) => Ranked.Count(entry => IsBefore(TieOf(Find(id)!), TieOf(entry))) * 100.0 / Count;

    /// <summary>The first from the worst up with whom at least so many per cent are reached.</summary>
    public string? AtPercentile(int percent) => Sorted().Reverse().Where((_, index) => (index + 1) * 100 >= percent * Count).FirstOrDefault()?.Id;

    public int CountBetween(long low, long high) => Ranked.Count(entry => entry.Score >= low && entry.Score <= high);

    public int RankOfScore(long score, RankStyle style)
    {
        List<Entry> better = [.. Ranked.Where(entry => options.Order == ScoreOrder.Descending ? entry.Score > score : entry.Score < score)];
        return style switch
        {
            RankStyle.Dense => 1 + better.Select(TieOf).Distinct().Count(),
            RankStyle.ModifiedCompetition => better.Count + Math.Max(1, Ranked.Count(entry => entry.Score == score)),
            _ => 1 + better.Count,
        };
    }

    private Entry? Find(string id) => _entries.Find(entry => entry.Id == id);

    private ScoreChange Write(string id, Condition condition, Func<Entry?, (long Score, long Second)> operation)
    {
        var held = Find(id);
        var revision = options.KeepsRevisions ? condition.Revision : null;
        if (condition.OnBoard is { } onBoard && onBoard != held is not null)
            return new ScoreChange(WriteOutcome.Skipped, held?.Score, held?.Score);
        if (held is not null && revision <= held.Revision)
            return new ScoreChange(WriteOutcome.Stale, held.Score, held.Score);

        var (score, second) = operation(held);
        second = HasSeconds ? second : 0;
        var isSame = held is not null && (held.Score, held.Second) == (score, second);
        var entry = new Entry(id, score, second, isSame ? held!.Arrival : _arrivals++, held?.IsHidden ?? false, revision ?? held?.Revision ?? long.MinValue);
        Remove(id);
        _entries.Add(entry);
        return new ScoreChange(held is null ? WriteOutcome.Added : isSame ? WriteOutcome.Unchanged : WriteOutcome.Changed, held?.Score, score);
    }

    private List<Standing<string>> ListingOf(List<Entry> entries, RankStyle style) =>
        [.. entries.Select((entry, index) => new Standing<string>(RankOf(entries, index, style), entry.Score, entry.Id) { Second = entry.Second })];

    private int RankOf(List<Entry> entries, int index, RankStyle style)
    {
        var tie = TieOf(entries[index]);
        return style switch
        {
            RankStyle.Ordinal => index + 1,
            RankStyle.Competition => 1 + entries.Count(other => IsBefore(TieOf(other), tie)),
            RankStyle.ModifiedCompetition => entries.Count(other => !IsBefore(tie, TieOf(other))),
            RankStyle.Dense => 1 + entries.Select(TieOf).Where(other => IsBefore(other, tie)).Distinct().Count(),
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
    }

    private (long Score, long Second) TieOf(Entry entry) => (entry.Score, HasSeconds && options.RanksBySecondScore ? entry.Second : 0);

    private bool IsBefore((long Score, long Second) left, (long Score, long Second) right) => left.Score != right.Score
        ? options.Order == ScoreOrder.Descending ? left.Score > right.Score : left.Score < right.Score
        : options.SecondOrder == ScoreOrder.Descending ? left.Second > right.Second : left.Second < right.Second;

    private IEnumerable<Entry> Sorted()
    {
        var byScore = options.Order == ScoreOrder.Descending ? Ranked.OrderByDescending(entry => entry.Score) : Ranked.OrderBy(entry => entry.Score);
        return options.Ties switch
        {
            TieOrder.EarliestFirst => byScore.ThenBy(entry => entry.Arrival),
            TieOrder.LatestFirst => byScore.ThenByDescending(entry => entry.Arrival),
            TieOrder.ById => byScore.ThenBy(entry => entry.Id, StringComparer.Ordinal),
            TieOrder.BySecondScore when options.SecondOrder == ScoreOrder.Descending => byScore.ThenByDescending(entry => entry.Second).ThenBy(entry => entry.Arrival),
            TieOrder.BySecondScore => byScore.ThenBy(entry => entry.Second).ThenBy(entry => entry.Arrival),
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
    }

    private sealed record Entry(string Id, long Score, long Second, long Arrival, bool IsHidden, long Revision);
}
