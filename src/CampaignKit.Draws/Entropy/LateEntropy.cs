using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// What decides a draw if the source that was named first does not speak. To be named, like the first, before anybody can know what it
/// says: a beacon that is due no sooner than it decides.
/// </summary>
public sealed record LateEntropy
{
    /// <summary>A second source.</summary>
    /// <param name="after">How long beyond the due time of the first source, in whole seconds, from 1 second to 366 days.</param>
    /// <param name="entropy">The source that decides then.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is not in that range.</exception>
    /// <exception cref="ArgumentException"><paramref name="after"/> is not of whole seconds.</exception>
    public LateEntropy(Duration after, FutureEntropy entropy)
    {
        After = Guard.Against.OutOfRange(after, nameof(after), Duration.FromSeconds(1), WholeSecond.Longest);
        Guard.Against.InvalidInput(after, nameof(after), WholeSecond.Is, $"{after} is not a number of whole seconds.");
        Entropy = Guard.Against.Null(entropy);
    }

    /// <summary>How long beyond the due time of the first source.</summary>
    public Duration After { get; }

    /// <summary>The source that decides then.</summary>
    public FutureEntropy Entropy { get; }

    /// <summary>The rule that this source breaks behind <paramref name="first"/>; null if both can be named together.</summary>
    internal string? ProblemBehind(FutureEntropy first)
    {
        if (first.Due is not { } due)
            return "a late source stands behind one that has a due time";
        if (due > Instant.MaxValue - After)
            return "the late source decides by the end of the year 9999";
        return Entropy.Due < due + After
            ? $"the late source decides from {WholeSecond.TextOf(due + After)}, and is not due before: nobody shall know what it says by then"
            : null;
    }

    /// <summary>The same, known to be sound behind <paramref name="first"/>.</summary>
    internal LateEntropy Behind(FutureEntropy first) =>
        ProblemBehind(first) is { } rule ? throw new ArgumentException($"{Entropy}, behind {first}: {rule}.", nameof(first)) : this;
}
