namespace CampaignKit.Grievances;

/// <summary>A kind of request that a city takes, from its list of services.</summary>
/// <param name="Code">The <c>service_code</c>.</param>
/// <param name="Name">The <c>service_name</c>; empty if it has none.</param>
public sealed record Open311Service(string Code, string Name)
{
    /// <summary>The <c>group</c> that the service is listed under; empty if none.</summary>
    public string Group { get; init; } = "";
}
