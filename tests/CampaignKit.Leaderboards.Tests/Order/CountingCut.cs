namespace CampaignKit.Leaderboards.Tests;

/// <summary>The cut behind an item, which counts how often it is asked.</summary>
internal readonly struct CountingCut(long item, int[] asked) : ICut<long>
{
    public bool IsAfter(in long other)
    {
        asked[0]++;
        return other <= item;
    }
}
