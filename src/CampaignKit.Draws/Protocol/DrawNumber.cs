namespace CampaignKit.Draws;

/// <summary>
/// The place of a draw among those of its campaign: numbers go 1, 2, 3 without gaps, and each names the manifest of the one before, so
/// that nobody can draw again unseen until they like the outcome.
/// </summary>
public sealed record DrawNumber
{
    /// <summary>The number of a draw.</summary>
    /// <param name="sequence">The number, from 1.</param>
    /// <param name="previous">The manifest digest of the draw numbered one less; null for the first alone.</param>
    /// <exception cref="ArgumentException"><paramref name="previous"/> is missing, or number 1 has one.</exception>
    public DrawNumber(long sequence, Digest? previous)
    {
        Sequence = Guard.Against.OutOfRange(sequence, nameof(sequence), 1, MaxSequence);
        Previous = Problem(sequence, previous) is { } rule ? throw new ArgumentException($"{sequence}: {rule}.", nameof(previous)) : previous;
    }

    internal const long MaxSequence = 1_000_000_000;

    /// <summary>The number, from 1.</summary>
    public long Sequence { get; }

    /// <summary>The manifest digest of the draw numbered one less; null for number 1.</summary>
    public Digest? Previous { get; }

    internal static string? Problem(long sequence, Digest? previous) =>
        (sequence == 1) == (previous is null) ? null : "the first draw has no previous one, and every other has";
}
