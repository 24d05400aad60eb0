using System.Diagnostics;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// Compares a loaded contender's answers with a full sort: some updates in each of its ways, then the questions of each on a sample, first one member at
/// a time, then in growing batches. Contenders that sort at each operation get a smaller sample.
/// </summary>
internal static class AnswerCheck
{
    private const int LongestBatch = 512;
    private const int Singles = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    /// <exception cref="WrongAnswerException">An answer differs.</exception>
    public static void Check(IContender contender, long[] loaded, AccessPattern pattern)
    {
        var scores = (long[])loaded.Clone();
        uint[] turns = [.. Enumerable.Range(0, scores.Length).Select(member => (uint)member)];
        var turn = (uint)scores.Length;
        foreach (var way in contender.Ways)
        {
            foreach (var stretch in Sample(pattern))
            {
                way.Operations[Workload.Update](stretch);
                foreach (var member in stretch.Members)
                    Write(member, scores[member] + 1);
                if (!way.Operations.TryGetValue(Workload.Rescore, out var rescore))
                    continue;

                rescore(stretch);
                for (var i = 0; i < stretch.Length; i++)
                    Write(stretch.Members[i], stretch.NewScores[i]);
            }
        }

        void Write(int member, long score)
        {
            if (scores[member] != score)
                (scores[member], turns[member]) = (score, turn++);
        }

        var sort = new FullSort(scores, turns, contender.Ties);
        foreach (var way in contender.Ways)
        {
            foreach (var (workload, run) in way.Operations)
                CheckQuestion(way, workload, run, sort, pattern);
        }
    }

    private static void CheckQuestion(Way way, Workload workload, Run run, FullSort sort, AccessPattern pattern)
    {
        if (sort.Answer(workload, default(Stretch) with { Pattern = pattern }) is null)
            return;

        foreach (var stretch in Sample(pattern))
        {
            if (run(stretch) == sort.Answer(workload, stretch))
                continue;

            for (var i = 0; i < stretch.Length; i++)
                Compare(way, workload, run, sort, stretch.Only(i));
            Compare(way, workload, run, sort, stretch);
        }
    }

    private static void Compare(Way way, Workload workload, Run run, FullSort sort, Stretch stretch)
    {
        var (given, right) = (run(stretch), sort.Answer(workload, stretch));
        if (given != right)
            throw new WrongAnswerException(way, workload, stretch, given, right);
    }

    private static IEnumerable<Stretch> Sample(AccessPattern pattern)
    {
        var start = Stopwatch.GetTimestamp();
        var (at, count) = (0, 0);
        while (count == 0 || Stopwatch.GetElapsedTime(start) < Patience)
        {
            var length = count < Singles ? 1 : 1 << Math.Min(30, count - Singles);
            if (length > LongestBatch || at + length > pattern.Members.Length)
                yield break;
            yield return new Stretch(pattern, at, length);
            (at, count) = (at + length, count + 1);
        }
    }
}
