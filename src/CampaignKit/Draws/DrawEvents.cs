using NodaTime;

namespace CampaignKit;

/// <summary>In a draw's stream: the manifest, and the position up to which records count.</summary>
internal sealed record DrawLocked(string Draw, string Period, long Head, string Manifest, string ManifestDigest, Instant At) : CampaignEvent;

/// <summary>In a draw's stream: the randomness that decided, and who won.</summary>
internal sealed record DrawHeld(string Draw, string Period, string Entropy, string Seed, IReadOnlyList<PrizeWon> Prizes, Instant At) : CampaignEvent;

/// <summary>A prize won by a participant's number, under a rule, at a place.</summary>
internal sealed record PrizeWon(string Rule, int Place, int Number);
