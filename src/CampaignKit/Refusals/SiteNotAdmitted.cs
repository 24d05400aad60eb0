namespace CampaignKit;

/// <summary>The task needs one of its sites, and another or none was given.</summary>
/// <param name="Task">The id of the task.</param>
/// <param name="Site">The id of the site that was given; null for none.</param>
public sealed record SiteNotAdmitted(string Task, string? Site) : Refusal
{
    /// <inheritdoc/>
    public override string Message => Site is null ? $"{Task} needs a site." : $"{Task} cannot be done at {Site}.";
}
