using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// The hashes by which wallop commits to a draw (wallop protocol specification, sections 2 and 4, 2026): from the entries of a published
/// draw to the seed of its <see cref="FairPick"/>, and from receipts to the root that anchors them. Pure, safe from any thread.
/// </summary>
public static class WallopProtocol
{
    private const string UuidRule = "it is a UUID of 36 characters, lower case, with hyphens";
    private const byte Leaf = 0;
    private const byte Node = 1;

    /// <summary>
    /// The hash of the entries of a draw: SHA-256 of <c>{draw_id, entries: [{uuid, weight}]}</c> by RFC 8785, entries in the order of their uuids.
    /// </summary>
    /// <param name="drawId">The draw's UUID, lower case with hyphens.</param>
    /// <param name="entries">The entries: a pool of weights, or of ids, which then weigh 1 each. An id is a UUID, a weight is positive.</param>
    /// <exception cref="FormatException"><paramref name="drawId"/> is no such UUID.</exception>
    /// <exception cref="PoolFormatException">An entry is none that wallop takes; all problems are named together.</exception>
    /// <exception cref="ArgumentException">The pool is of another kind.</exception>
    public static Digest EntryHash(string drawId, Pool entries)
    {
        if (!IsUuid(Guard.Against.Null(drawId)))
            throw new FormatException($"draw id '{drawId}': {UuidRule}.");
        if (Guard.Against.Null(entries).Kind is not (PoolKind.Ids or PoolKind.Weights))
            throw new ArgumentException($"wallop has entries of {PoolKind.Ids} or {PoolKind.Weights}; this pool is of {entries.Kind}.", nameof(entries));

        // UUIDs and integers stand in JSON as they are, and the pool is in the order asked for: the canonical form needs no serialiser.
        var json = new StringBuilder($"{{\"draw_id\":\"{drawId}\",\"entries\":[");
        var problems = new PoolProblems();
        for (var entry = 0; entry < entries.Size; entry++)
        {
            var id = entries.Lines.IdText(entry);
            var weight = entries.Kind == PoolKind.Ids ? 1 : entries.ValueAt(entry);
            if (!IsUuid(id))
                problems.Add("entry", entry + 1, EntrantText.Show(entries.Lines.Id(entry)), UuidRule);
            if (weight == 0)
                problems.Add("entry", entry + 1, "'0'", $"a weight is positive (id {EntrantText.Show(entries.Lines.Id(entry))})");
            json.Append(CultureInfo.InvariantCulture, $"{(entry == 0 ? "" : ",")}{{\"uuid\":\"{id}\",\"weight\":{weight}}}");
        }

        problems.ThrowIfAny();
        return Digest.Of(json.Append("]}").ToString());
    }

    /// <summary>The seed of a draw: SHA-256 of <c>{drand_randomness, entry_hash, weather_value}</c> by RFC 8785.</summary>
    /// <param name="entryHash">The hash of the entries.</param>
    /// <param name="randomness">The randomness of the drand round that was declared.</param>
    /// <param name="weather">The air pressure in whole hectopascals, such as <c>1013</c>; null where the draw went without.</param>
    /// <exception cref="FormatException"><paramref name="weather"/> is not of digits.</exception>
    public static Digest Seed(Digest entryHash, Digest randomness, string? weather = null)
    {
        if (weather is not null && (weather.Length == 0 || !weather.All(char.IsAsciiDigit)))
            throw new FormatException($"weather value '{weather}': it is a whole number of hectopascals, in decimal digits.");
        var last = weather is null ? string.Empty : $",\"weather_value\":\"{weather}\"";
        return Digest.Of($"{{\"drand_randomness\":\"{randomness}\",\"entry_hash\":\"{entryHash}\"{last}}}");
    }

    /// <summary>
    /// The Merkle root of receipts (<c>sha256-pairwise-v1</c>): a leaf is SHA-256(00 ‖ receipt), a node SHA-256(01 ‖ left ‖ right), the last
    /// node of an odd level is paired with itself; without receipts, SHA-256 of nothing.
    /// </summary>
    public static Digest MerkleRoot(IEnumerable<byte[]> receipts)
    {
        var level = Guard.Against.Null(receipts).Select(receipt => SHA256.HashData([Leaf, .. Guard.Against.Null(receipt, nameof(receipts))])).ToList();
        if (level.Count == 0)
            return Digest.Of([]);
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(pair => SHA256.HashData([Node, .. pair[0], .. pair[^1]]))];
        return new Digest(level[0]);
    }

    /// <summary>The root that anchors both kinds of receipt: SHA-256(<c>wallop-anchor-v1</c> ‖ operator root ‖ execution root).</summary>
    public static Digest AnchorRoot(Digest operatorReceipts, Digest executionReceipts) => Digest.Of(
        [.. "wallop-anchor-v1"u8, .. Convert.FromHexString(operatorReceipts.ToString()), .. Convert.FromHexString(executionReceipts.ToString())]);

    private static bool IsUuid(string text) =>
        Guid.TryParseExact(text, "D", out var uuid) && uuid.ToString("D", CultureInfo.InvariantCulture) == text;
}
