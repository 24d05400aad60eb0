namespace CampaignKit.Draws;

/// <summary>
/// The numbered draws of a campaign as a chain: they go 1, 2, 3 without gaps, and each names the manifest of the one before, so that none
/// was left out, drawn again or slipped in. Safe from any thread.
/// </summary>
/// <remarks>That each draw is what its manifest says is for <see cref="DrawVerifier"/> to tell. Draws after the last given are not known here.</remarks>
public static class DrawSequence
{
    /// <summary>The first thing by which manifests are no such chain; null if they are.</summary>
    /// <param name="manifests">The manifests of a campaign, number 1 first.</param>
    /// <returns>A path into a manifest, after the name of its draw and a colon: to <c>$.campaign</c>, <c>$.sequence</c> or <c>$.previous</c>.</returns>
    public static Difference? FirstDifference(IEnumerable<Manifest> manifests)
    {
        Manifest? before = null;
        foreach (var manifest in Guard.Against.Null(manifests))
        {
            if (FirstDifference(before, Guard.Against.Null(manifest, nameof(manifests))) is { } difference)
                return difference with { Path = $"{manifest.Name}: {difference.Path}" };
            before = manifest;
        }

        return null;
    }

    /// <summary>The first thing by which the manifests of transcripts are no such chain; null if they are.</summary>
    /// <param name="transcripts">The transcripts of a campaign, number 1 first.</param>
    /// <returns>As of the manifests.</returns>
    public static Difference? FirstDifference(IEnumerable<Transcript> transcripts) =>
        FirstDifference(Guard.Against.Null(transcripts).Select(transcript => Guard.Against.Null(transcript, nameof(transcripts)).Manifest));

    private static Difference? FirstDifference(Manifest? before, Manifest manifest)
    {
        if (before is not null && manifest.Name.Campaign != before.Name.Campaign)
            return new Difference("$.campaign", $"'{before.Name.Campaign}', as of the draw before", $"'{manifest.Name.Campaign}'");
        var due = before is null ? 1 : before.Number!.Sequence + 1;
        if (manifest.Number?.Sequence != due)
            return new Difference("$.sequence", $"{due}", manifest.Number is { } number ? $"{number.Sequence}" : "nothing");
        return manifest.Number.Previous == before?.Digest
            ? null
            : new Difference("$.previous", $"{before?.Digest}, the digest of number {due - 1}", $"{manifest.Number.Previous}");
    }
}
