namespace CampaignKit.Leaderboards;

/// <summary>
/// A member's seat in the order. <paramref name="Key"/> is the score, turned so that the lesser is better; <paramref name="Sequence"/> grows
/// with every seat taken, so no two seats are equal.
/// </summary>
internal readonly record struct Seat(long Key, long Sequence, int Member);
