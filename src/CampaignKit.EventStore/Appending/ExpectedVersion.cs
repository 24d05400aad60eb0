using System.Globalization;

namespace CampaignKit.EventStore;

/// <summary>The version that a stream must have for an append to happen. The default is <see cref="Any"/>.</summary>
public readonly record struct ExpectedVersion
{
    private ExpectedVersion(long encoded) => Encoded = encoded;

    /// <summary>Whatever the version is, also when the stream does not exist.</summary>
    public static ExpectedVersion Any => default;

    /// <summary>The stream must not exist, which is to say that it has no events.</summary>
    public static ExpectedVersion None => new(1);

    /// <summary>Whether every version will do.</summary>
    public bool IsAny => Encoded == 0;

    /// <summary>One more than the version, or 0 for any: so that the default value is <see cref="Any"/>.</summary>
    internal long Encoded { get; }

    /// <summary>The stream must have exactly this many events; <c>At(0)</c> is <see cref="None"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is negative.</exception>
    public static ExpectedVersion At(long version) =>
        new(Guard.Against.OutOfRange(version, nameof(version), 0, long.MaxValue - 1) + 1);

    /// <summary>Whether a stream of <paramref name="version"/> (0 if it does not exist) is as expected.</summary>
    public bool Accepts(long version) => IsAny || Encoded == version + 1;

    /// <summary><c>any</c>, <c>none</c> or the version.</summary>
    public override string ToString() => Encoded switch
    {
        0 => "any",
        1 => "none",
        _ => (Encoded - 1).ToString(CultureInfo.InvariantCulture),
    };
}
