using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>Writes a document that is published: indented, a line feed at the end.</summary>
internal static class DocumentWriter
{
    // Ids are read by people: Chinese stays Chinese. The document is no part of a web page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Options))
            content(json);
        text.Write("\n"u8);
        return NeedlessEscapes.Without(text.WrittenSpan);
    }
}
