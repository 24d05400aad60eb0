namespace CampaignKit.Grievances;

/// <summary>The two forms of Open311 GeoReport v2.</summary>
public enum Open311Format
{
    /// <summary>An array of requests in JSON.</summary>
    Json,

    /// <summary>A <c>service_requests</c> document in XML.</summary>
    Xml,
}
