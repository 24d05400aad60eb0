using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The quotas of the draw's rules cannot be met by those who take part in the period; nothing is locked.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="Conflicts">Each conflict, with the numbers that do not fit.</param>
public sealed record QuotaInfeasible(string Draw, string Period, IReadOnlyList<QuotaConflict> Conflicts) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period} cannot be locked: {string.Join(" ", Conflicts)}";
}
