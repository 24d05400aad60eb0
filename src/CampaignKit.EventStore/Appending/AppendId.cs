using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.EventStore;

/// <summary>
/// The identity of an append within its campaign: 16 bytes, derived from the append's cause, so that a retry of the same cause has the
/// same id. The default value is none and is refused by <see cref="Append"/>.
/// </summary>
public readonly record struct AppendId
{
    /// <summary>How many bytes an id has.</summary>
    public const int Size = 16;

    private readonly UInt128 _value;

    private AppendId(UInt128 value) => _value = value;

    /// <summary>The id that a text stands for: the first 16 bytes of the SHA-256 of its UTF-8.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null, empty, or holds half a surrogate pair.</exception>
    public static AppendId Of(string text)
    {
        Guard.Against.NullOrEmpty(text);
        EventStoreLimits.Utf8Length(text, nameof(text));
        return FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Size));
    }

    /// <summary>The id with these bytes.</summary>
    /// <exception cref="ArgumentException">There are not exactly 16 bytes.</exception>
    public static AppendId FromBytes(ReadOnlySpan<byte> bytes)
    {
        Guard.Against.InvalidInput(bytes.Length, nameof(bytes), length => length == Size, $"An append id has {Size} bytes; here are {bytes.Length}.");
        return new AppendId(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Writes the 16 bytes to <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="destination"/> is shorter than 16 bytes.</exception>
    public void CopyTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, _value);

    /// <summary>The bytes as 32 lower-case hex digits.</summary>
    public override string ToString() => _value.ToString("x32", CultureInfo.InvariantCulture);
}
