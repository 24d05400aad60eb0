namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>A member in the order of a set: the higher score first, then the earlier turn.</summary>
internal readonly record struct Seated<TKey>(long Score, long Turn, TKey Id)
{
    public static IComparer<Seated<TKey>> Order { get; } = new BestFirst();

    private sealed class BestFirst : IComparer<Seated<TKey>>
    {
        public int Compare(Seated<TKey> left, Seated<TKey> right)
        {
            var byScore = right.Score.CompareTo(left.Score);
            return byScore != 0 ? byScore : left.Turn.CompareTo(right.Turn);
        }
    }
}
