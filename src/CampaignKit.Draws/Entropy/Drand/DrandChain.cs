using System.Buffers.Binary;
using System.Text;
using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// A chain of drand rounds: round 1 is due at genesis, each further one a period later. Immutable, safe from any thread.
/// </summary>
public sealed class DrandChain
{
    private const string UnnamedBeacon = "default";

    internal DrandChain(string beaconId, string publicKey, string groupHash, Instant genesis, Duration period, DrandScheme scheme)
    {
        BeaconId = beaconId;
        PublicKey = publicKey;
        GroupHash = groupHash;
        Genesis = genesis;
        Period = period;
        Scheme = scheme;
        Hash = ChainHash(beaconId, publicKey, groupHash, genesis, period);
    }

    /// <summary>The beacon's name, such as "quicknet".</summary>
    public string BeaconId { get; }

    /// <summary>
    /// The hash by which drand names the chain:
    /// SHA-256(uint32 period in seconds ‖ int64 genesis ‖ public key ‖ group hash ‖ beacon id unless "default"), big-endian.
    /// </summary>
    public Digest Hash { get; }

    /// <summary>The public key under which rounds are signed, in hex.</summary>
    public string PublicKey { get; }

    /// <summary>When round 1 is due.</summary>
    public Instant Genesis { get; }

    /// <summary>The time from a round to the next, in whole seconds.</summary>
    public Duration Period { get; }

    /// <summary>How rounds are signed, by drand's name of it, such as <c>bls-unchained-g1-rfc9380</c>.</summary>
    public string SchemeId => Scheme.Id;

    /// <summary>The hash of the group that made the key, in hex; in a chained chain, round 1 signs it as the signature before.</summary>
    internal string GroupHash { get; }

    internal DrandScheme Scheme { get; }

    private long PeriodSeconds => (long)Period.TotalSeconds;

    /// <summary>The first round that is due later than <paramref name="instant"/>: lock a draw to it at that instant.</summary>
    public FutureDrandRound FirstRoundAfter(Instant instant) =>
        instant < Genesis
            ? new FutureDrandRound(this, 1)
            : new FutureDrandRound(this, ((instant.ToUnixTimeSeconds() - Genesis.ToUnixTimeSeconds()) / PeriodSeconds) + 2);

    /// <summary>When <paramref name="round"/> is due.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="round"/> is below 1 or above <see cref="FutureDrandRound.MaxRound"/>.</exception>
    public Instant DueTimeOf(long round)
    {
        Guard.Against.OutOfRange(round, nameof(round), 1, FutureDrandRound.MaxRound);
        return Genesis + Duration.FromSeconds((round - 1) * PeriodSeconds);
    }

    /// <summary>
    /// What a round signs: SHA-256(previous signature ‖ uint64 round) where rounds are chained, else SHA-256(uint64 round), big-endian.
    /// Null if rounds are chained and <paramref name="round"/> does not say the signature before.
    /// </summary>
    /// <param name="round">The round.</param>
    public Digest? MessageOf(DrandRound round) => Scheme.MessageOf(Guard.Against.Null(round));

    /// <summary>The chain's name.</summary>
    public override string ToString() => $"drand {BeaconId}";

    private static Digest ChainHash(string beaconId, string publicKey, string groupHash, Instant genesis, Duration period)
    {
        var key = Convert.FromHexString(publicKey);
        var group = Convert.FromHexString(groupHash);
        var name = beaconId == UnnamedBeacon ? [] : Encoding.UTF8.GetBytes(beaconId);
        var numbers = new byte[sizeof(uint) + sizeof(long)];
        BinaryPrimitives.WriteUInt32BigEndian(numbers, (uint)period.TotalSeconds);
        BinaryPrimitives.WriteInt64BigEndian(numbers.AsSpan(sizeof(uint)), genesis.ToUnixTimeSeconds());
        return Digest.Of([.. numbers, .. key, .. group, .. name]);
    }
}
