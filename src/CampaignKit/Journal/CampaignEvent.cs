namespace CampaignKit;

/// <summary>A fact of a campaign. Facts are appended, never changed; their type names and JSON forms are kept readable for good.</summary>
internal abstract record CampaignEvent;
