namespace CampaignKit.Leaderboards;

/// <summary>Signed integers in as few bytes as they need: 0, -1, 1, -2, ... as 0, 1, 2, 3, ..., seven bits a byte.</summary>
internal static class ZigZag
{
    public static void Write(BinaryWriter writer, long value) => writer.Write7BitEncodedInt64((value << 1) ^ (value >> 63));

    public static long Read(BinaryReader reader)
    {
        var folded = reader.Read7BitEncodedInt64();
        return (long)((ulong)folded >> 1) ^ -(folded & 1);
    }
}
