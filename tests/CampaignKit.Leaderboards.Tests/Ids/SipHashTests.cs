using System.Buffers.Binary;

namespace CampaignKit.Leaderboards.Tests;

public class SipHashTests
{
    /// <summary>The worked example of the paper (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012, appendix A): SipHash-2-4.</summary>
    [Fact]
    public void Of_ThePapersExample_IsThePapersHash()
    {
        var hash = new SipHash(0x0706050403020100, 0x0f0e0d0c0b0a0908);
        byte[] text = [.. Enumerable.Range(0, 15).Select(value => (byte)value)];

        Assert.Equal(0xa129ca6149be45e5, hash.Of(text, rounds: 2, lastRounds: 4));
    }

    [Property]
    public void Of_TwoWords_IsTheHashOfTheirEightToFifteenBytes(byte[] beginning, byte length)
    {
        byte[] text = [.. beginning.Concat(new byte[15]).Take(8 + (length % 8))];
        var last = ((ulong)text.Length << 56) | BinaryPrimitives.ReadUInt64LittleEndian([.. text[8..], .. new byte[8]]);
        var hash = SipHash.WithSecretKey();

        Assert.Equal(hash.Of(text), hash.Of(BinaryPrimitives.ReadUInt64LittleEndian(text), last));
    }

    [Fact]
    public void Of_TheSameTextUnderTwoSecretKeys_Differs()
    {
        byte[] text = [1, 2, 3];

        Assert.NotEqual(SipHash.WithSecretKey().Of(text), SipHash.WithSecretKey().Of(text));
    }
}
