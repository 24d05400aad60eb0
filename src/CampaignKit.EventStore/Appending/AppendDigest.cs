using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.EventStore;

/// <summary>
/// Hashes an append. Every text and blob is preceded by its length and every list by its count, as 8 little-endian bytes, so that no
/// two appends are written alike. The layout is kept for good: stored digests are compared with it.
/// </summary>
internal static class AppendDigest
{
    public static byte[] Of(string campaign, Append append)
    {
        var content = new ArrayBufferWriter<byte>(256);
        Write(content, campaign);
        Write(content, append.Streams.Count);
        foreach (var stream in append.Streams)
        {
            Write(content, stream.Stream);
            Write(content, stream.Expected.Encoded);
            Write(content, stream.Events.Count);
            foreach (var e in stream.Events)
            {
                Write(content, e.Type);
                Write(content, e.Data.Length);
                content.Write(e.Data.Span);
            }
        }

        return SHA256.HashData(content.WrittenSpan)[..AppendId.Size];
    }

    private static void Write(ArrayBufferWriter<byte> content, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(content.GetSpan(sizeof(long)), number);
        content.Advance(sizeof(long));
    }

    private static void Write(ArrayBufferWriter<byte> content, string text)
    {
        Write(content, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, content);
    }
}
