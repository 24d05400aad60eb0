using NodaTime;

namespace CampaignKit.Draws;

/// <summary>The time to claim the prize is over.</summary>
/// <param name="Until">The last second in which it could be claimed.</param>
public sealed record ClaimIsTooLate(Instant Until) : ClaimRefusal
{
    /// <inheritdoc/>
    public override string Message => $"The prize could be claimed until {Until}.";

    internal override string Field => "at";
}
