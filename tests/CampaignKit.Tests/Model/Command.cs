using NodaTime;

namespace CampaignKit.Tests.Model;

/// <summary>Something that a host asks of the campaign, or that happens to its clock.</summary>
public abstract record Command
{
    public sealed record Enrol(int Who, string? Team) : Command;

    public sealed record Join(int Who, string Team) : Command;

    /// <param name="Ago">How many hours ago it happened; null for now, negative for what is still to come.</param>
    public sealed record CheckIn(int Who, string Task, int Key, int? Ago, string? Site) : Command;

    /// <summary>The check-in request that was sent so many requests ago, once more and unchanged.</summary>
    public sealed record SendAgain(int Back) : Command;

    public sealed record Void(int Number, int Serial) : Command;

    public sealed record Approve(int Number, int Serial) : Command;

    public sealed record ClockMoves(int Hours) : Command;
}

/// <summary>A check-in request as it was sent: with the instants that were meant.</summary>
public sealed record SentCheckIn(int Who, string Task, int Key, Instant? At, string? Site);
