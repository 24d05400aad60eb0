using System.Text;

namespace CampaignKit.Grievances.Tests;

public sealed class Utf8TextTests
{
    /// <summary>Two districts in GBK, and two towns in Latin-1: as replacement characters, either two would be one.</summary>
    [Theory]
    [InlineData("id,opened,unit\n1,2024-01-01,water\n2,2024-01-01,", new byte[] { 0xB3, 0xAF, 0xD1, 0xF4 }, "Line 3 (byte 48 of the text) is not UTF-8; convert it.")]
    [InlineData("id,opened,unit\n1,2024-01-01,K", new byte[] { 0xF6, (byte)'l', (byte)'n' }, "Line 2 (byte 30 of the text) is not UTF-8; convert it.")]
    [InlineData("opened,unit\n2024-01-01,caf", new byte[] { 0xC3 }, "Line 2 (byte 27 of the text) is not UTF-8; convert it.")]
    public void Read_FileOfAnotherEncoding_SaysWhereAndKeepsNothing(string text, byte[] foreign, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Table([.. Encoding.UTF8.GetBytes(text), .. foreign]));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Read_Utf16_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => Table([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("opened,unit\n2024-01-01,a\n")]));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1 << 16)]
    public void Read_TextInPieces_IsAsStreamReaderReadsIt(int piece)
    {
        var text = $"\uFEFFa é 朝 \uD83D\uDE00\n{string.Concat(Enumerable.Repeat("朝阳é\uD83D\uDE00x", piece > 3 ? 30_000 : 30))}";
        using var reader = new Utf8Text(new SlowStream(Encoding.UTF8.GetBytes(text), piece));

        Assert.Equal('a', reader.Peek());
        Assert.Equal('a', reader.Read());
        Assert.Equal(text[2..], reader.ReadToEnd());
        Assert.Equal(-1, reader.Peek());
    }

    private static CaseTable Table(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return CaseTable.Read(path, CsvMap.Parse("opened=opened,unit=unit"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Gives a few bytes at a time, as a pipe may.</summary>
    private sealed class SlowStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
