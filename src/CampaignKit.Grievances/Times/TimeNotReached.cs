using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>So many cases are open still that the time by which the share is closed lies beyond all that was observed.</summary>
public sealed record TimeNotReached : TimeQuantile
{
    internal TimeNotReached(long longest, double stillOpen)
    {
        Longest = longest;
        StillOpen = stillOpen;
    }

    /// <summary>The longest time observed, of a closed or of an open case.</summary>
    public long Longest { get; }

    /// <summary>The share estimated to be open after the longest time, between 0 and 1.</summary>
    public double StillOpen { get; }

    /// <summary>That it was not reached, and what is known: <c>not reached (32.10 % open after 30)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"not reached ({Percent.Of(StillOpen)} % open after {Longest})");
}
