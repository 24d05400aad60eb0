namespace CampaignKit.Grievances;

/// <summary>A group that stands alone: the total, or one of a board.</summary>
internal sealed class LoneGroup(
    SatisfactionDefinition definition, RecordedFacts recorded, string[] key, GroupCounts counts, Func<ReadOnlyMemory<long>> times)
    : ReportGroups(definition, recorded)
{
    private readonly GroupCounts _counts = counts;

    public override int Dimensions => key.Length;

    public SatisfactionRow Row => new(this, 0);

    public override string KeyAt(int group, int dimension) => key[dimension];

    public override ref readonly GroupCounts CountsAt(int group) => ref _counts;

    public override ReadOnlyMemory<long> TimesAt(int group) => times();
}
