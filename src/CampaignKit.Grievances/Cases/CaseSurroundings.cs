namespace CampaignKit.Grievances;

/// <summary>What judging a command needs to know of other cases.</summary>
public sealed record CaseSurroundings
{
    /// <summary>Nothing.</summary>
    public static CaseSurroundings None { get; } = new();

    /// <summary>
    /// The case that <see cref="CaseCommand.Original"/> leads to: that case or, if it was merged itself, the one at the end of the chain.
    /// </summary>
    public GrievanceCase? Original { get; init; }

    /// <summary>The complaints that share the keys of <see cref="CaseLife.Repeats"/>, in any order.</summary>
    public IReadOnlyList<EarlierComplaint> Earlier { get; init; } = [];
}
