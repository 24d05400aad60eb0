namespace CampaignKit.Grievances;

/// <summary>What can be worked out of one hidden cell.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Name">Its row and column, such as <c>water / satisfied</c>.</param>
/// <param name="Interval">The tightest limits that follow from everything published.</param>
/// <param name="IsProtected">Whether they are as far apart, and reach as far, as was asked.</param>
public sealed record AuditedCell(CellAddress Address, string Name, CellInterval Interval, bool IsProtected)
{
    /// <summary>Name and interval: <c>water / satisfied: 3</c>.</summary>
    public override string ToString() => $"{Name}: {Interval}";
}
