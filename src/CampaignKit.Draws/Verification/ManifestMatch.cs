namespace CampaignKit.Draws;

/// <summary>Compares the manifest in a transcript with the one that was published at the lock.</summary>
internal static class ManifestMatch
{
    /// <summary>The first thing by which it is another; null if it is the same, or nothing else is known of it.</summary>
    /// <param name="manifest">The manifest in the transcript.</param>
    /// <param name="known">The digest saved at the lock, if it was.</param>
    /// <param name="folder">Where the file of the manifest may be.</param>
    internal static Difference? FirstDifference(Manifest manifest, Digest? known, string? folder)
    {
        if (known is { } saved && saved != manifest.Digest)
            return new Difference("$.manifestDigest", $"{saved}, the digest known from the lock", manifest.Digest.ToString());
        var file = folder is null ? null : Path.Combine(folder, DrawFolder.ManifestFile);
        if (!File.Exists(file))
            return null;
        var published = File.ReadAllBytes(file);
        return manifest.Bytes.Span.SequenceEqual(published)
            ? null
            : new Difference(
                DrawFolder.ManifestFile,
                $"the {manifest.Bytes.Length} canonical bytes of the transcript's manifest, digest {manifest.Digest}",
                $"{published.Length} bytes, digest {Digest.Of(published)}");
    }
}
