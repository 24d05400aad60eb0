using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// The proof that an entrant was in a pool, or was not, against the root that the draw's manifest names. It shows the entrant's own line,
/// or those of the two neighbours, and nothing else of the pool. Immutable, safe from any thread.
/// </summary>
/// <remarks>A proof that was read says what its writer claims; <see cref="FirstDifference"/> tells whether it is so.</remarks>
public sealed record PoolProof
{
    /// <summary>The name of the format.</summary>
    public const string Format = "campaignkit-proof-v1";

    internal PoolProof(string id, Digest root, int size, ProvenLine? found, ProvenLine? before, ProvenLine? after)
    {
        Id = id;
        Root = root;
        Size = size;
        Found = found;
        Before = before;
        After = after;
    }

    /// <summary>Whom it is about.</summary>
    public string Id { get; }

    /// <summary>The root that it was made for.</summary>
    public Digest Root { get; }

    /// <summary>The number of entrants in the pool.</summary>
    public int Size { get; }

    /// <summary>The entrant's line; null if it was not in the pool.</summary>
    public ProvenLine? Found { get; }

    /// <summary>The line before the place where the entrant would stand; null if it was in the pool, or would be the first.</summary>
    public ProvenLine? Before { get; }

    /// <summary>The line after the place where the entrant would stand; null if it was in the pool, or would be the last.</summary>
    public ProvenLine? After { get; }

    /// <summary>Whether the proof claims that the entrant was in the pool.</summary>
    public bool IsIncluded => Found is not null;

    /// <summary>Reads a proof.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DrawDocumentException">The file is no proof; the error names path, value and rule.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PoolProof Load(string path) => Parse(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)));

    /// <summary>Reads a proof.</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="DrawDocumentException">It is no proof; the error names path, value and rule.</exception>
    public static PoolProof Parse(string json) => Parse(Encoding.UTF8.GetBytes(Guard.Against.Null(json)));

    /// <summary>Writes the document; a file of that name is replaced, as a whole or not at all.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path) => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>The document: indented, fields in a fixed order, a line feed at the end.</summary>
    public string ToJson() => PoolProofJson.Write(this);

    /// <summary>The first thing that keeps the proof from showing its claim against a published root; null if it shows it.</summary>
    /// <param name="root">The root that the manifest names.</param>
    public Difference? FirstDifference(Digest root)
    {
        if (Root != root)
            return new Difference("$.root", $"{root}, the root published", Root.ToString());
        if (Found is { } found)
            return found.Id == Id ? Unproven("$.found", found) : new Difference("$.found.line", $"the line of '{Id}'", $"'{found.Line}'");
        return Unproven("$.before", Before) ?? Unproven("$.after", After) ?? Gap();
    }

    private static PoolProof Parse(byte[] utf8)
    {
        using var document = DocumentNode.Parse(utf8);
        return PoolProofJson.Read(new DocumentNode(document.RootElement, "$"));
    }

    private Difference? Unproven(string path, ProvenLine? line) => line?.FirstDifference(Root, Size, path);

    /// <summary>Whether the two neighbours are neighbours indeed, and the entrant would stand between them.</summary>
    private Difference? Gap()
    {
        var (before, after) = (Before?.Index ?? -1, After?.Index ?? Size);
        if (after != before + 1)
            return new Difference("$", "two lines that are neighbours, or the first or last line of the pool", $"lines {before} and {after} of {Size}");
        if (Size == 0 && Root != MerkleHash.Root(0, MerkleHash.Nothing))
            return new Difference("$.root", "the root of an empty pool", Root.ToString());
        if (Before is { } left && CompareIds(left.Id, Id) >= 0)
            return new Difference("$.before.line", $"an id before '{Id}' in byte order", $"'{left.Id}'");
        return After is { } right && CompareIds(Id, right.Id) >= 0
            ? new Difference("$.after.line", $"an id after '{Id}' in byte order", $"'{right.Id}'")
            : null;
    }

    private static int CompareIds(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
