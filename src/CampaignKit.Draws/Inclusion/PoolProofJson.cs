using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>The JSON form of a proof.</summary>
internal static class PoolProofJson
{
    private const int LongestPath = 64;

    public static string Write(PoolProof proof) => Encoding.UTF8.GetString(DocumentWriter.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", PoolProof.Format);
        json.WriteString("id", proof.Id);
        json.WriteString("root", proof.Root.ToString());
        json.WriteNumber("size", proof.Size);
        Write(json, "found", proof.Found);
        Write(json, "before", proof.Before);
        Write(json, "after", proof.After);
        json.WriteEndObject();
    }));

    public static PoolProof Read(DocumentNode json)
    {
        json.Object("format", "id", "root", "size", "found", "before", "after");
        json.Field("format").Text(format => format == PoolProof.Format ? null : $"the format is {PoolProof.Format}");
        var size = (int)json.Field("size").Integer(0, int.MaxValue);
        var (found, before, after) = (Line(json.Optional("found"), size), Line(json.Optional("before"), size), Line(json.Optional("after"), size));
        if (found is not null && (before is not null || after is not null))
            throw json.Refuse("a proof has the line found, or the lines before and after, not both");
        return new PoolProof(json.Field("id").Text(EntrantText.Problem), json.Field("root").Digest(), size, found, before, after);
    }

    private static string? LineProblem(string line) => Encoding.UTF8.GetByteCount(line) is var length && length > EntrantText.MaxLineBytes
        ? $"a line of a pool has at most {EntrantText.MaxLineBytes} bytes of UTF-8; this has {length}"
        : null;

    private static void Write(Utf8JsonWriter json, string name, ProvenLine? line)
    {
        if (line is null)
            return;
        json.WritePropertyName(name);
        Write(json, line);
    }

    internal static void Write(Utf8JsonWriter json, ProvenLine line)
    {
        json.WriteStartObject();
        json.WriteString("line", line.Line);
        json.WriteNumber("index", line.Index);
        json.WriteStartArray("path");
        foreach (var hash in line.Path)
            json.WriteStringValue(hash.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ProvenLine? Line(DocumentNode? node, int size) => node is { } line ? Line(line, size) : null;

    internal static ProvenLine Line(DocumentNode line, int size)
    {
        line.Object("line", "index", "path");
        var path = line.Field("path").Items();
        if (path.Count > LongestPath)
            throw line.Field("path").Refuse($"a path has at most {LongestPath} hashes");
        return new ProvenLine(line.Field("line").Text(LineProblem), (int)line.Field("index").Integer(0, size), [.. path.Select(hash => hash.Digest())]);
    }
}
