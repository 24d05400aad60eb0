namespace CampaignKit.Grievances;

/// <summary>Sorts the few times of a group: by insertion where there are few, which is quicker than what the framework does.</summary>
internal static class ShortSort
{
    private const int Few = 40;

    public static void Sort(Span<long> times)
    {
        if (times.Length > Few)
        {
            times.Sort();
            return;
        }

        for (var i = 1; i < times.Length; i++)
        {
            var time = times[i];
            var at = i;
            for (; at > 0 && times[at - 1] > time; at--)
                times[at] = times[at - 1];
            times[at] = time;
        }
    }
}
