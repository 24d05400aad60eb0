namespace CampaignKit.Grievances;

/// <summary>What the rates of a group are made of. Counts of parts add up to those of the whole, in any order.</summary>
internal struct GroupCounts
{
    public long Cases;
    public long Closed;
    public long Rated;
    public long ClosedContacted;
    public long ClosedResolved;
    public long RatedContacted;
    public long RatedResolved;
    public long Duplicates;
    public long Targeted;
    public long OnTime;

    /// <summary>Open cases whose target has passed.</summary>
    public long Overdue;

    /// <summary>Open cases with a target, of which nobody said at which instant they are looked at.</summary>
    public long Undecided;

    /// <summary>What the answers of closed cases are worth together, in thousandths.</summary>
    public long Worth;

    public void Add(in GroupCounts other)
    {
        Cases += other.Cases;
        Closed += other.Closed;
        Rated += other.Rated;
        ClosedContacted += other.ClosedContacted;
        ClosedResolved += other.ClosedResolved;
        RatedContacted += other.RatedContacted;
        RatedResolved += other.RatedResolved;
        Duplicates += other.Duplicates;
        Targeted += other.Targeted;
        OnTime += other.OnTime;
        Overdue += other.Overdue;
        Undecided += other.Undecided;
        Worth += other.Worth;
    }

    /// <summary>Counts one case.</summary>
    /// <param name="closed">Whether it is closed.</param>
    /// <param name="worth">What its answer is worth in thousandths; negative if it is no rating.</param>
    /// <param name="facts">The rest.</param>
    /// <param name="times">1 to count it, -1 to take it back.</param>
    public void Count(bool closed, int worth, CaseFacts facts, int times = 1)
    {
        Cases += times;
        Duplicates += (facts & CaseFacts.Duplicate) != 0 ? times : 0;
        if (!closed)
            return;

        var contacted = (facts & CaseFacts.Contacted) != 0 ? times : 0;
        var resolved = (facts & CaseFacts.Resolved) != 0 ? times : 0;
        Closed += times;
        ClosedContacted += contacted;
        ClosedResolved += resolved;
        Targeted += (facts & CaseFacts.Targeted) != 0 ? times : 0;
        OnTime += (facts & CaseFacts.OnTime) != 0 ? times : 0;
        if (worth < 0)
            return;

        Rated += times;
        RatedContacted += contacted;
        RatedResolved += resolved;
        Worth += worth * times;
    }

    /// <summary>Counts the target of an open case.</summary>
    /// <param name="target">The target.</param>
    /// <param name="times">1 to count it, -1 to take it back.</param>
    public void Count(OpenTarget target, int times = 1)
    {
        Overdue += target is OpenTarget.Overdue ? times : 0;
        Undecided += target is OpenTarget.Undecided ? times : 0;
    }
}
