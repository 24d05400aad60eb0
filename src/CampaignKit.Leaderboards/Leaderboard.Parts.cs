namespace CampaignKit.Leaderboards;

/// <summary>What boards that are made of boards ask of each.</summary>
public sealed partial class Leaderboard<TKey>
{
    /// <summary>Fails if a sum that would be written is no 64-bit integer, and writes nothing.</summary>
    internal void EnsureSums(TKey id, Int128 by, Int128 secondBy, WriteIf onlyIf)
    {
        var member = _roster.Find(id);
        if (!Admits(member, onlyIf, out _))
            return;

        var held = HeldBy(member);
        Exactly(held.Score + by, id, held.Score);
        Exactly(held.Second + secondBy, id, held.Second);
    }

    /// <summary>The sum of the scores from a place on, of so many members as there are.</summary>
    internal Int128 SumAt(int place, int count)
    {
        var sum = Int128.Zero;
        for (var end = place + count; place < end;)
        {
            var run = _order.RunAt(place);
            run = run[..Math.Min(run.Length, end - place)];
            foreach (var seat in run)
                sum += ScoreAt(seat.Key);
            place += run.Length;
        }

        return sum;
    }
}
