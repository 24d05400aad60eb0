using System.Text;

namespace CampaignKit;

/// <summary>
/// The host's opaque key of a person, 1 to 240 bytes of UTF-8 without control characters. The kit never interprets it; don't put
/// names, phone numbers or e-mail addresses into it.
/// </summary>
public readonly record struct ParticipantId
{
    /// <summary>The most bytes that an id has in UTF-8.</summary>
    public const int MaxBytes = 240;

    private readonly string? _value;

    /// <summary>An id with this text.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">The text is empty, longer than <see cref="MaxBytes"/> bytes, or holds a control character or half of a surrogate pair.</exception>
    public ParticipantId(string value)
    {
        Guard.Against.NullOrEmpty(value);
        if (value.Any(char.IsControl))
            throw new ArgumentException($"A participant id holds no control characters; it was \"{value}\".", nameof(value));
        int bytes;
        try
        {
            bytes = StrictUtf8.GetByteCount(value);
        }
        catch (EncoderFallbackException invalid)
        {
            throw new ArgumentException($"A participant id is valid Unicode; the character at index {invalid.Index} is half of a surrogate pair.", nameof(value), invalid);
        }

        if (bytes > MaxBytes)
            throw new ArgumentException($"A participant id has at most {MaxBytes} bytes of UTF-8; this one has {bytes}.", nameof(value));
        _value = value;
    }

    private static UTF8Encoding StrictUtf8 { get; } = new(false, true);

    /// <summary>The text of the id.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(ParticipantId)</c>, which names nobody.</exception>
    public string Value => _value ?? throw new InvalidOperationException("default(ParticipantId) names nobody.");

    /// <summary>An id with this text, as the constructor makes it.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator ParticipantId(string value) => new(value);

    /// <summary>An id with this text, as the constructor makes it.</summary>
    /// <param name="value">The text.</param>
    public static ParticipantId FromString(string value) => new(value);

    /// <summary>The text of the id; empty for <c>default</c>.</summary>
    public override string ToString() => _value ?? "";
}
