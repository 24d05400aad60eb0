namespace CampaignKit.Grievances;

/// <summary>A case on a board, with all that is needed to take it off again.</summary>
/// <param name="record">The case.</param>
/// <param name="group">Its group.</param>
/// <param name="took">Its resolution time in ticks; <see cref="CaseRow.NoTime"/> without one.</param>
/// <param name="worth">What its answer is worth, or <see cref="AnswerWorths.Unrated"/>.</param>
/// <param name="facts">The rest.</param>
internal sealed class BoardCase(CaseRecord record, BoardGroup group, long took, int worth, CaseFacts facts)
{
    public CaseRecord Record { get; } = record;

    public BoardGroup Group { get; } = group;

    public long Took { get; } = took;

    public int Worth { get; } = worth;

    public CaseFacts Facts { get; } = facts;

    /// <summary>Where it stands among the timed cases of its group and of the total.</summary>
    public int PlaceInGroup { get; set; }

    public int PlaceInTotal { get; set; }
}
