namespace CampaignKit.Grievances;

/// <summary>Which facts any case of a table records; the others are not "no" but unknown.</summary>
internal readonly record struct RecordedFacts(bool Contacted, bool Resolved, bool Answer);
