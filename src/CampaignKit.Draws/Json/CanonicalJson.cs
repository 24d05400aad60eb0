using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>
/// The canonical bytes of a JSON document by RFC 8785, as far as the documents here need: numbers are integers within ±(2^53 - 1),
/// all others are refused.
/// </summary>
internal static class CanonicalJson
{
    internal const long MaxSafeInteger = (1L << 53) - 1;

    /// <exception cref="DrawDocumentException">A number is not a safe integer or a string not valid Unicode.</exception>
    internal static byte[] Of(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value, "$");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, value, path);
                break;
            case JsonValueKind.Array:
                AppendArray(text, value, path);
                break;
            case JsonValueKind.String:
                AppendString(text, DocumentNode.TextOf(value, path));
                break;
            case JsonValueKind.Number:
                text.Append(Integer(value, path).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement value, string path)
    {
        var first = true;
        text.Append('{');
        // .NET's ordinal order is that of UTF-16 code units, which is the one the RFC asks for.
        foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (!first)
                text.Append(',');
            first = false;
            AppendString(text, property.Name);
            text.Append(':');
            Append(text, property.Value, $"{path}.{property.Name}");
        }

        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, JsonElement value, string path)
    {
        var index = 0;
        text.Append('[');
        foreach (var item in value.EnumerateArray())
        {
            if (index > 0)
                text.Append(',');
            Append(text, item, $"{path}[{index++}]");
        }

        text.Append(']');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => text.Append(unit),
            };
        }

        text.Append('"');
    }

    private static long Integer(JsonElement value, string path) =>
        value.TryGetInt64(out var integer) && integer is >= -MaxSafeInteger and <= MaxSafeInteger
        && value.GetRawText() == integer.ToString(CultureInfo.InvariantCulture)
            ? integer
            : throw new DrawDocumentException(path, value.GetRawText(), "a number is an integer within ±(2^53 - 1), written without fraction or exponent");
}
