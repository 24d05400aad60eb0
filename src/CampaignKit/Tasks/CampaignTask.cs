using NodaTime;

namespace CampaignKit;

/// <summary>What people can do in a campaign, how often, where, with what evidence, and what it pays.</summary>
public sealed record CampaignTask
{
    internal CampaignTask(string id) => Id = id;

    /// <summary>The task's id.</summary>
    public string Id { get; }

    /// <summary>How often it can be done.</summary>
    public Cadence Cadence { get; internal init; } = Cadence.Once;

    /// <summary>Where it can be done; null when it needs no place.</summary>
    public SiteRule? At { get; internal init; }

    /// <summary>The first day on which it is open; null for the campaign's first day.</summary>
    public LocalDate? From { get; internal init; }

    /// <summary>The last day on which it is open, inclusive; null for the campaign's last day.</summary>
    public LocalDate? To { get; internal init; }

    /// <summary>What must be shown for a check-in; null when nothing is asked.</summary>
    public EvidenceRule? Evidence { get; internal init; }

    /// <summary>Whether a check-in is a message of its author, which counts in draws once it is approved.</summary>
    public bool IsMessage { get; internal init; }

    /// <summary>What one check-in pays.</summary>
    public IReadOnlyList<Award> Awards { get; internal init; } = [];
}
