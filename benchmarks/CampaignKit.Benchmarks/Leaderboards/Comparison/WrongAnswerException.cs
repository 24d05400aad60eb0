namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>A contender answered otherwise than a full sort: its times mean nothing.</summary>
internal sealed class WrongAnswerException(Way way, Workload workload, Stretch stretch, long given, long? right)
    : Exception($"{way.Name}: {workload.Title()} of {Whom(stretch)} is {given}, but {right} by a full sort.")
{
    private static string Whom(Stretch stretch)
    {
        var first = stretch.Ids[0];
        return stretch.Length == 1 ? first : $"{stretch.Length} members from {first} on, added up,";
    }
}
