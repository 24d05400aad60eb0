namespace CampaignKit.Draws;

/// <summary>Of the exclusions that are not at hand, those that a transcript names: whoever is passed over as excluded is so by every rule.</summary>
internal sealed class NamedExclusions
{
    internal NamedExclusions(Transcript transcript)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, outcome) in transcript.Rules.Index())
        {
            foreach (var (index, skipped) in outcome.Skipped.Index())
            {
                if (skipped.Why is { } why && !reasons.TryAdd(skipped.Entry.Person, why) && reasons[skipped.Entry.Person] != why)
                    FirstDifference ??= new Difference($"$.rules[{place}].skipped[{index}].why", $"'{reasons[skipped.Entry.Person]}', as before", $"'{why}'");
            }
        }

        if (transcript.Manifest.Exclusions is { } locked && reasons.Count > locked.Size)
            FirstDifference ??= new Difference("$.manifest.exclusions.size", $"at least the {reasons.Count} persons who are passed over", $"{locked.Size}");
        Named = Exclusions.Of(reasons.Select(reason => (reason.Key, reason.Value)));
    }

    /// <summary>The first thing in which what is said of a person differs; null if nothing does.</summary>
    internal Difference? FirstDifference { get; }

    /// <summary>The persons named.</summary>
    internal Exclusions Named { get; }
}
