using NodaTime;

namespace CampaignKit.Draws;

/// <summary>Something that happened to the prizes of a draw after it was held: a line of the transcript's claims. Immutable.</summary>
/// <remarks>Events come from the answers of <see cref="Claims"/>, or from a transcript, where they are what its writer says.</remarks>
public abstract record PrizeEvent
{
    private protected PrizeEvent(Instant at) => At = at;

    /// <summary>When, in whole seconds.</summary>
    public Instant At { get; }

    /// <summary>
    /// SHA-256 of the digest of the event before, a colon and this event in the canonical form of RFC 8785; before the first stands the
    /// transcript's digest. Whoever has seen a digest sees if what came up to it is ever told otherwise.
    /// </summary>
    public Digest Digest { get; internal init; }
}
