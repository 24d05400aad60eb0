namespace CampaignKit.Grievances;

/// <summary>The groups behind the rows of a report, whoever counts them.</summary>
internal abstract class ReportGroups(SatisfactionDefinition definition, RecordedFacts recorded)
{
    public SatisfactionDefinition Definition { get; } = definition;

    public RecordedFacts Recorded { get; } = recorded;

    public abstract int Dimensions { get; }

    public abstract string KeyAt(int group, int dimension);

    public abstract ref readonly GroupCounts CountsAt(int group);

    /// <summary>The resolution times of the group's closed cases in ticks, in order.</summary>
    public abstract ReadOnlyMemory<long> TimesAt(int group);
}
