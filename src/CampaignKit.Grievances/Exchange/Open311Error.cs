namespace CampaignKit.Grievances;

/// <summary>What a GeoReport server says went wrong.</summary>
/// <param name="Code">The code, mostly an HTTP status.</param>
/// <param name="Description">The server's words.</param>
public sealed record Open311Error(string Code, string Description)
{
    /// <summary>Code and words: <c>403: Invalid api_key</c>.</summary>
    public override string ToString() => $"{Code}: {Description}";
}
