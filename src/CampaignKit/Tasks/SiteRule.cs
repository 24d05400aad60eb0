namespace CampaignKit;

/// <summary>The sites at which a task can be done.</summary>
/// <param name="Sites">The ids of the sites; empty for any site of the campaign.</param>
public sealed record SiteRule(IReadOnlyList<string> Sites)
{
    internal const string AnySiteText = "any site";

    /// <summary>Any site of the campaign. Text: <c>any site</c>.</summary>
    public static SiteRule AnySite { get; } = new([]);

    /// <summary>Whether the rule admits a site that the campaign knows.</summary>
    /// <param name="site">The site's id.</param>
    public bool Admits(string site) => Sites.Count == 0 || Sites.Contains(site, StringComparer.Ordinal);
}
