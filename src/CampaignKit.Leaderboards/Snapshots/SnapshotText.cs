namespace CampaignKit.Leaderboards;

/// <summary>Texts behind their length in bytes: of those that have UTF-8, just what <see cref="BinaryWriter.Write(string)"/> writes.</summary>
internal static class SnapshotText
{
    public static void Write(BinaryWriter writer, string text)
    {
        Guard.Against.Null(text);
        var bytes = new byte[Utf8Text.MostBytes(text.Length)];
        var length = Utf8Text.Write(text, bytes);
        writer.Write7BitEncodedInt(length);
        writer.Write(bytes, 0, length);
    }

    public static string Read(BinaryReader reader) => Utf8Text.Read(reader.ReadBytes(reader.Read7BitEncodedInt()));
}
