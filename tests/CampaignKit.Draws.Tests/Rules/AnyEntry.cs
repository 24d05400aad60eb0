namespace CampaignKit.Draws.Tests;

/// <summary>An entry with all that any kind of pool may say of it.</summary>
internal sealed record AnyEntry(string Id, long Value, long Reached, string Number, string? Holder, string? Stratum)
{
    internal string Person => Holder ?? Id;
}
