namespace CampaignKit.Leaderboards;

/// <summary>
/// A member's seat in the order. <paramref name="Key"/> is the score, turned so that the lesser is better. <paramref name="Sequence"/> tells who took a
/// seat later: 0 for all who sit, 1 for the one who comes and is compared with them.
/// </summary>
internal readonly record struct Seat(long Key, int Sequence, int Member);
