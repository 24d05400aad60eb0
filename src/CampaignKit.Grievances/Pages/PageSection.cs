namespace CampaignKit.Grievances;

/// <summary>A section of a page: its heading, the name by which links find it, and what stands in it.</summary>
internal sealed record PageSection(string Id, string Heading, IReadOnlyList<PagePart> Parts);
