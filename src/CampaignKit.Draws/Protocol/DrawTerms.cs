using NodaTime;

namespace CampaignKit.Draws;

/// <summary>All that a lock fixes, before it has a text and a digest.</summary>
internal sealed record DrawTerms
{
    internal required DrawName Name { get; init; }

    internal DrawNumber? Number { get; init; }

    internal required OverlapPolicy Overlap { get; init; }

    internal ExclusionsCommitment? Exclusions { get; init; }

    internal required FutureEntropy Entropy { get; init; }

    internal LateEntropy? Late { get; init; }

    internal Duration? ClaimWithin { get; init; }

    internal required IReadOnlyList<DrawRule> Rules { get; init; }
}
