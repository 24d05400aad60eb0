namespace CampaignKit;

/// <summary>The key was used before for another request.</summary>
/// <param name="Key">The key.</param>
/// <param name="First">The check-in that it was used for.</param>
public sealed record KeyConflict(string Key, CheckInId First) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The key {Key} belongs to another request, recorded as {First}.";
}
