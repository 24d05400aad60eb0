using System.Text;
using System.Text.Json;
using CampaignKit.EventStore;

namespace CampaignKit.Tests.Journal;

/// <summary>Every event ever released stays readable: the file holds one line for each type, as that release wrote it.</summary>
public sealed class EventCodecTests
{
    private static readonly string Frozen = SharedFiles.Beside("Journal/Frozen/events-0.1.jsonl");

    public static TheoryData<string> Lines => [.. File.ReadAllLines(Frozen)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Decode_FrozenEvent_EncodesToTheSameBytes(string line)
    {
        using var document = JsonDocument.Parse(line);
        var type = document.RootElement.GetProperty("type").GetString()!;
        var data = document.RootElement.GetProperty("data").GetRawText();

        var fact = EventCodec.Decode(new StoredEvent(1, "s", 1, type, Encoding.UTF8.GetBytes(data)));
        var encoded = EventCodec.Encode(fact);
        Assert.Equal(type, encoded.Type);
        Assert.Equal(data, Encoding.UTF8.GetString(encoded.Data.Span));
    }

    [Fact]
    public void TypeNames_All_HaveAFrozenSample()
    {
        var sampled = File.ReadAllLines(Frozen).Select(line =>
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.GetProperty("type").GetString()!;
        });
        Assert.Equal(EventCodec.TypeNames.Order(StringComparer.Ordinal), sampled.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Decode_UnknownType_NamesPositionAndType()
    {
        var error = Assert.Throws<InvalidDataException>(() => EventCodec.Decode(new StoredEvent(17, "s", 1, "future", "{}"u8.ToArray())));
        Assert.Contains("17", error.Message, StringComparison.Ordinal);
        Assert.Contains("future", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_BrokenData_NamesPositionAndType()
    {
        var error = Assert.Throws<InvalidDataException>(() => EventCodec.Decode(new StoredEvent(17, "s", 1, "enrolled", "{"u8.ToArray())));
        Assert.Contains("Position 17", error.Message, StringComparison.Ordinal);
    }
}
