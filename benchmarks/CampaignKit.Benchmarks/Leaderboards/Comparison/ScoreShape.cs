namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>How scores are spread over the members.</summary>
/// <param name="Name">The shape's name.</param>
/// <param name="Highest">The highest score at the start; each from 0 on is as likely.</param>
internal sealed record ScoreShape(string Name, int Highest)
{
    public static IReadOnlyList<ScoreShape> All { get; } = [new("campaign", 200), new("uniform", 99_999)];

    public long[] Scores(int members)
    {
        var random = new Random(Highest);
        var scores = new long[members];
        for (var member = 0; member < members; member++)
            scores[member] = random.Next(Highest + 1);
        return scores;
    }
}
