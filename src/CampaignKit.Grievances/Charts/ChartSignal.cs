namespace CampaignKit.Grievances;

/// <summary>A point at which something other than chance is likely at work.</summary>
/// <param name="Point">The point.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Reason">The rule for people: <c>2026-06: 89.73 % is below the lower limit of 90.26 %</c>.</param>
public sealed record ChartSignal(ChartPoint Point, ChartRule Rule, string Reason)
{
    /// <summary>The <see cref="Reason"/>.</summary>
    public override string ToString() => Reason;
}
