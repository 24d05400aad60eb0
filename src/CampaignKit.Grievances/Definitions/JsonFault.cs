using System.Text.Json;

namespace CampaignKit.Grievances;

/// <summary>What is wrong with a text that is no JSON, told without the whole of it: the parser quotes what it cannot read, however long that is.</summary>
internal static class JsonFault
{
    public static string Of(JsonException error)
    {
        var fault = PrintedText.Short(error.Message.Split(" LineNumber:")[0].Split(" Path:")[0]);
        return error.LineNumber is { } line
            ? FormattableString.Invariant($"line {line + 1}, byte {error.BytePositionInLine + 1}: {fault}")
            : fault;
    }
}
