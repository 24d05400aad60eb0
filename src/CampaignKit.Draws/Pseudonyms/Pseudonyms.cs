using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// Names under which the entrants of one draw can be published: each person who is given their salt can recompute their own pseudonym,
/// and nobody else's. Immutable, safe from any thread.
/// </summary>
/// <remarks>
/// <c>salt = HMAC-SHA256(key, draw name ‖ LF ‖ id)</c> (RFC 2104, 1997) and <c>pseudonym = SHA-256(salt ‖ ":" ‖ id)</c>, both in
/// lower-case hex. A pseudonym is an entrant id like any other: draw, prove and verify with the pools that <see cref="Of(Pool)"/> gives.
/// The same person has another pseudonym in each draw.
/// </remarks>
public sealed class Pseudonyms
{
    /// <summary>The fewest bytes of a key.</summary>
    public const int MinKeyBytes = 32;

    private readonly byte[] _key;
    private readonly byte[] _draw;

    private Pseudonyms(DrawName draw, ReadOnlySpan<byte> key)
    {
        _key = key.ToArray();
        _draw = Encoding.UTF8.GetBytes($"{draw}\n");
    }

    /// <summary>The pseudonyms of one draw.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="key">The operator's secret, at least <see cref="MinKeyBytes"/> random bytes. Whoever knows it can tell who is who.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is too short.</exception>
    public static Pseudonyms For(DrawName draw, ReadOnlySpan<byte> key)
    {
        Guard.Against.Null(draw);
        return key.Length >= MinKeyBytes
            ? new Pseudonyms(draw, key)
            : throw new ArgumentException($"The key of pseudonyms has at least {MinKeyBytes} bytes; this has {key.Length}.", nameof(key));
    }

    /// <summary>The pseudonym of <paramref name="id"/> by the salt that the operator gave to this person.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> cannot be an entrant's id.</exception>
    public static string Recompute(Digest salt, string id) => Recompute(salt, EntrantText.Bytes(Guard.Against.Null(id)));

    /// <summary>The salt of <paramref name="id"/>, to be given to this person alone.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> cannot be an entrant's id.</exception>
    public Digest SaltOf(string id) => SaltOf(EntrantText.Bytes(Guard.Against.Null(id)));

    /// <summary>The pseudonym of <paramref name="id"/>: 64 lower-case hex digits.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> cannot be an entrant's id.</exception>
    public string Of(string id) => Of(EntrantText.Bytes(Guard.Against.Null(id)));

    /// <summary>A pool of the same kind, values and strata, in which pseudonyms stand for the ids of entrants and of the persons who hold them.</summary>
    /// <exception cref="PoolFormatException">Two ids have one pseudonym.</exception>
    public Pool Of(Pool pool)
    {
        var named = Pool.Of(Guard.Against.Null(pool).Kind, Renamed(pool.Lines, LineShape.Of(pool.Kind), value => value));
        if (pool.Holders is { } holders)
            named = named.HeldBy(Renamed(holders.Lines, LineShape.Holders, PersonOf));
        return pool.Strata is { } strata ? named.InStrata(Renamed(strata.Lines, LineShape.Strata, name => name)) : named;
    }

    /// <summary>The same persons by their pseudonyms, each with the reason given.</summary>
    /// <exception cref="PoolFormatException">Two persons have one pseudonym.</exception>
    public Exclusions Of(Exclusions exclusions) => Exclusions.Of(Renamed(Guard.Against.Null(exclusions).Lines, LineShape.Reasons, reason => reason));

    private static string Recompute(Digest salt, ReadOnlySpan<byte> id) => Digest.Of([.. Encoding.ASCII.GetBytes($"{salt}:"), .. id]).ToString();

    private Digest SaltOf(ReadOnlySpan<byte> id) => new(HMACSHA256.HashData(_key, (byte[])[.. _draw, .. id]));

    private string Of(ReadOnlySpan<byte> id) => Recompute(SaltOf(id), id);

    private byte[] PersonOf(byte[] person) => Encoding.ASCII.GetBytes(Of(person));

    private EntrantLines Renamed(EntrantLines lines, LineShape shape, Func<byte[], byte[]> valueOf)
    {
        var renamed = new EntrantLinesBuilder(shape, "entrant");
        for (var i = 0; i < lines.Count; i++)
        {
            var id = Encoding.ASCII.GetBytes(Of(lines.Id(i)));
            renamed.AddLine(shape.HasValue ? [.. id, (byte)'\t', .. valueOf(lines.Value(i).ToArray())] : id);
        }

        return renamed.Build();
    }
}
