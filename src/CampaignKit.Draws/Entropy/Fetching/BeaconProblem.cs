using System.Net;

namespace CampaignKit.Draws;

/// <summary>An answer of a beacon that is of no use.</summary>
/// <param name="Address">What was asked.</param>
/// <param name="Status">The status of the answer; null if there was none.</param>
/// <param name="Rule">What is wrong with it, in plain words.</param>
public sealed record BeaconProblem(Uri Address, HttpStatusCode? Status, string Rule)
{
    /// <summary>The problem as a sentence.</summary>
    public override string ToString() => Status is { } status ? $"{Address}: {(int)status}: {Rule}" : $"{Address}: {Rule}";
}
