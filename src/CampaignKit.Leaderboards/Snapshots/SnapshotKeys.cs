namespace CampaignKit.Leaderboards;

/// <summary>The forms of the usual member ids in snapshots. Immutable and thread-safe.</summary>
public static class SnapshotKeys
{
    /// <summary>
    /// Texts as UTF-8 behind their length in bytes. Half a surrogate pair, which has no UTF-8, takes the three bytes that it would have as a
    /// character, so that every text can be written.
    /// </summary>
    public static ISnapshotKeys<string> Texts { get; } =
        new Form<string>("text", static (writer, id) => SnapshotText.Write(writer, id), static reader => SnapshotText.Read(reader));

    /// <summary>32-bit integers, the small ones in one byte.</summary>
    public static ISnapshotKeys<int> Ints { get; } =
        new Form<int>("int32", static (writer, id) => ZigZag.Write(writer, id), static reader => (int)ZigZag.Read(reader));

    /// <summary>64-bit integers, the small ones in one byte.</summary>
    public static ISnapshotKeys<long> Longs { get; } =
        new Form<long>("int64", static (writer, id) => ZigZag.Write(writer, id), static reader => ZigZag.Read(reader));

    /// <summary>Guids in 16 bytes, in the order in which they are printed.</summary>
    public static ISnapshotKeys<Guid> Guids { get; } =
        new Form<Guid>("guid", static (writer, id) => writer.Write(id.ToByteArray(bigEndian: true)), static reader => new Guid(reader.ReadBytes(16), bigEndian: true));

    private sealed class Form<TKey>(string name, Action<BinaryWriter, TKey> write, Func<BinaryReader, TKey> read) : ISnapshotKeys<TKey>
        where TKey : notnull
    {
        public string Name => name;

        public void Write(BinaryWriter writer, TKey id) => write(writer, id);

        public TKey Read(BinaryReader reader) => read(reader);
    }
}
