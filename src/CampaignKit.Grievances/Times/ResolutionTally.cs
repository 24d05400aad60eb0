namespace CampaignKit.Grievances;

/// <summary>How many cases were closed at a time, and how many were last seen open at it.</summary>
internal readonly record struct ResolutionTally(long Time, long Closed, long Open)
{
    /// <summary>One tally a time, by ascending time.</summary>
    public static ResolutionTally[] Sum(IEnumerable<ResolutionTally> tallies)
    {
        var sums = new Dictionary<long, ResolutionTally>();
        foreach (var tally in tallies)
        {
            var sum = sums.GetValueOrDefault(tally.Time);
            sums[tally.Time] = new ResolutionTally(tally.Time, checked(sum.Closed + tally.Closed), checked(sum.Open + tally.Open));
        }

        return [.. sums.Values.OrderBy(t => t.Time)];
    }
}
