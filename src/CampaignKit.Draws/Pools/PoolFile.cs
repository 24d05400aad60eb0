namespace CampaignKit.Draws;

/// <summary>
/// Pools, holders and strata as files: UTF-8, one entrant a line, a value behind a tab. Lines end in LF or CRLF, the last one may lack its
/// ending, a byte-order mark at the very start is skipped. What is written is in byte order with LF, so that
/// <c>sha256sum</c> of the file is the digest.
/// </summary>
public static class PoolFile
{
    private const byte NewLine = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    /// <summary>Reads a pool.</summary>
    /// <exception cref="PoolFormatException">Lines are wrong; each is named with value and rule.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Pool Read(string path, PoolKind kind = PoolKind.Ids) =>
        Parse(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)), kind);

    /// <summary>Reads a pool to the end of <paramref name="stream"/>, which stays open.</summary>
    /// <exception cref="PoolFormatException">Lines are wrong; each is named with value and rule.</exception>
    public static Pool Read(Stream stream, PoolKind kind = PoolKind.Ids)
    {
        using var text = new MemoryStream();
        Guard.Against.Null(stream).CopyTo(text);
        return Parse(text.GetBuffer().AsSpan(0, checked((int)text.Length)), kind);
    }

    /// <summary>Reads the holders of <paramref name="pool"/> and gives the pool with them.</summary>
    /// <exception cref="PoolFormatException">Lines are wrong, or the file does not name exactly the pool's ids.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Pool ReadHolders(string path, Pool pool) =>
        Guard.Against.Null(pool).HeldBy(Lines(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)), LineShape.Holders));

    /// <summary>Reads the strata of <paramref name="pool"/> and gives the pool with them.</summary>
    /// <exception cref="PoolFormatException">Lines are wrong, or the file does not name exactly the pool's ids.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Pool ReadStrata(string path, Pool pool) =>
        Guard.Against.Null(pool).InStrata(Lines(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)), LineShape.Strata));

    /// <summary>Writes a pool; a file of that name is replaced, as a whole or not at all.</summary>
    public static void Write(Pool pool, string path)
    {
        Guard.Against.Null(pool);
        WholeFile.Write(path, stream => Write(pool, stream));
    }

    /// <summary>Writes a pool to <paramref name="stream"/>, which stays open.</summary>
    public static void Write(Pool pool, Stream stream) => Guard.Against.Null(stream).Write(Guard.Against.Null(pool).Lines.Text);

    /// <summary>Writes the holders, or the strata, of a pool; a file of that name is replaced, as a whole or not at all.</summary>
    public static void Write(EntryMap map, string path)
    {
        Guard.Against.Null(map);
        WholeFile.Write(path, stream => stream.Write(map.Lines.Text));
    }

    private static Pool Parse(ReadOnlySpan<byte> text, PoolKind kind) => Pool.Of(kind, Lines(text, LineShape.Of(kind)));

    internal static EntrantLines Lines(ReadOnlySpan<byte> text, LineShape shape)
    {
        var lines = new EntrantLinesBuilder(shape, "line");
        if (text.StartsWith(ByteOrderMark))
            text = text[ByteOrderMark.Length..];
        while (!text.IsEmpty)
        {
            var end = text.IndexOf(NewLine);
            var line = end < 0 ? text : text[..end];
            if (!line.IsEmpty && line[^1] == CarriageReturn)
                line = line[..^1];
            lines.AddLine(line);
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return lines.Build();
    }
}
