using System.Text;
using System.Text.Json;
using CampaignKit.EventStore;

namespace CampaignKit.Grievances.Tests;

/// <summary>Every event ever released stays readable: the file holds at least one line for each type, as that release wrote it.</summary>
public sealed class CaseCodecTests
{
    private static readonly string Frozen = SharedFiles.Beside("Cases/Frozen/events-0.1.jsonl");

    public static TheoryData<string> Lines => [.. File.ReadAllLines(Frozen)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Decode_FrozenEvent_EncodesToTheSameBytes(string line)
    {
        using var document = JsonDocument.Parse(line);
        var type = document.RootElement.GetProperty("type").GetString()!;
        var data = document.RootElement.GetProperty("data").GetRawText();

        var encoded = CaseCodec.Encode(CaseCodec.Decode<object>(new StoredEvent(1, "case/c-1", 1, type, Encoding.UTF8.GetBytes(data))));

        Assert.Equal(type, encoded.Type);
        Assert.Equal(data, Encoding.UTF8.GetString(encoded.Data.Span));
    }

    [Fact]
    public void TypeNames_All_HaveAFrozenSample()
    {
        var sampled = File.ReadAllLines(Frozen).Select(line => line.Split('"')[3]);

        Assert.Equal(CaseCodec.TypeNames.Order(StringComparer.Ordinal), sampled.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("future", "{}", "Position 17 holds an event of the type future, which this version does not know.")]
    [InlineData("complaint-filed", "{\"case\":\"c-1\",\"at\":\"2021-03-29T12:00:00Z\"}", "Position 17 holds a complaint-filed where a CaseEvent should be.")]
    [InlineData("case-duplicate-added", "{", "Position 17 holds no readable case-duplicate-added: ")]
    [InlineData("case-duplicate-added", "{\"duplicate\":\"c\",\"at\":\"soon\"}", "Position 17 holds no readable case-duplicate-added: An instant is ISO 8601 text in UTC.")]
    public void Decode_WhatIsNoEventOfACase_NamesThePosition(string type, string data, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => CaseCodec.Decode<CaseEvent>(new StoredEvent(17, "case/c-1", 1, type, Encoding.UTF8.GetBytes(data))));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
