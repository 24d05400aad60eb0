namespace CampaignKit.Draws;

/// <summary>
/// Computes tickets under one rule seed, a group at a time, and offers those that may be among the smallest. Every implementation offers
/// the same winners; which one runs depends on the machine. Holds buffers: one per thread.
/// </summary>
internal abstract class TicketHash
{
    /// <summary>The widest group of any implementation.</summary>
    internal const int MostLanes = 16;

    /// <summary>The longest message behind the rule seed: an id, "#" and the number of a ticket.</summary>
    internal const int LongestMessage = EntrantText.MaxIdBytes + 20;

    /// <summary>The number of messages that are hashed together.</summary>
    internal abstract int Lanes { get; }

    /// <summary>The fastest way of this machine with at most <paramref name="mostLanes"/> lanes.</summary>
    internal static TicketHash Of(RuleSeed seed, int mostLanes = MostLanes)
    {
        if (Lanes16.AreSupported && mostLanes >= Lanes16.Count)
            return new LaneTicketHash<Lanes16, System.Runtime.Intrinsics.Vector512<uint>>(seed);
        return Lanes8.AreSupported && mostLanes >= Lanes8.Count
            ? new LaneTicketHash<Lanes8, System.Runtime.Intrinsics.Vector256<uint>>(seed)
            : new PlatformTicketHash(seed);
    }

    /// <summary>Offers the tickets of a group of at most <see cref="Lanes"/> messages.</summary>
    internal abstract void Offer(TicketGroup group, SmallestTickets smallest);
}
