using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit;

/// <summary>What a participant, or a device for them, asks to have recorded.</summary>
public sealed record CheckInRequest
{
    /// <summary>The most characters that a key has.</summary>
    public const int MaxKeyLength = TextGuard.MaxLength;

    /// <summary>A request for a task.</summary>
    /// <param name="task">The id of the task.</param>
    /// <param name="key">The idempotency key: unique among the participant's requests, the same whenever this request is sent again.</param>
    /// <exception cref="ArgumentException">A text is blank, longer than <see cref="MaxKeyLength"/>, or holds a control character.</exception>
    public CheckInRequest(string task, string key)
    {
        Task = Guard.Against.UnfitText(task);
        Key = Guard.Against.UnfitText(key);
    }

    /// <summary>The id of the task.</summary>
    public string Task { get; }

    /// <summary>The idempotency key.</summary>
    public string Key { get; }

    /// <summary>When it happened; null for the moment of recording.</summary>
    public Instant? OccurredAt { get; init; }

    /// <summary>The id of the site where it happened; null for none.</summary>
    public string? Site { get; init; }

    /// <summary>The score of a quiz, 0 to 100; null for none.</summary>
    public int? QuizScore { get; init; }

    /// <summary>The member of staff who saw it, the host's opaque key; null for nobody.</summary>
    public string? ApprovedBy { get; init => field = value is null ? null : Guard.Against.UnfitText(value, nameof(ApprovedBy)); }

    /// <summary>What tells a request sent again from another one under the same key: 32 hex digits over all that was asked.</summary>
    internal string Digest()
    {
        var at = OccurredAt is { } instant ? InstantPattern.ExtendedIso.Format(instant) : "";
        var text = string.Join('\n', Task, at, Site, QuizScore?.ToString(CultureInfo.InvariantCulture), ApprovedBy);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
