using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>Announced numbers as JSON.</summary>
internal static class NumbersJson
{
    internal const string Source = "announced-numbers";

    internal static void Write(Utf8JsonWriter json, FutureNumbers future)
    {
        json.WriteString("event", future.Event);
        json.WriteNumber("count", future.Count);
        json.WriteNumber("from", future.From);
        json.WriteNumber("to", future.To);
        json.WriteString("due", WholeSecond.TextOf(future.DueTime));
    }

    internal static FutureNumbers ReadFuture(DocumentNode node)
    {
        node.Object("source", "event", "count", "from", "to", "due");
        var from = node.Field("from").Integer(0, AnnouncedNumbers.MaxNumber - 1);
        return new FutureNumbers(
            node.Field("event").Text(StatedText.Problem),
            (int)node.Field("count").Integer(1, AnnouncedNumbers.MaxCount),
            from,
            node.Field("to").Integer(from + 1, AnnouncedNumbers.MaxNumber),
            WholeSecond.Read(node.Field("due")));
    }

    internal static void Write(Utf8JsonWriter json, AnnouncedNumbers record)
    {
        json.WriteStartArray("numbers");
        foreach (var number in record.Numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    internal static AnnouncedNumbers ReadRecord(DocumentNode node)
    {
        node.Object("source", "numbers");
        var numbers = node.Field("numbers");
        return numbers.Items() is { Count: >= 1 and <= AnnouncedNumbers.MaxCount } items
            ? new AnnouncedNumbers(items.Select(item => item.Integer(0, AnnouncedNumbers.MaxNumber)))
            : throw numbers.Refuse($"there are 1 to {AnnouncedNumbers.MaxCount} numbers");
    }
}
