using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CampaignKit;

/// <summary>Where something stands in a definition, as the path in its JSON form: <c>$.draws.lucky.rules[0].take</c>.</summary>
internal readonly record struct DefinitionPath
{
    private readonly string? _text;

    private DefinitionPath(string text) => _text = text;

    /// <summary>The whole definition.</summary>
    public static DefinitionPath Root => default;

    /// <summary>The property of that name.</summary>
    public DefinitionPath this[string name] => new(IsPlain(name) ? $"{this}.{name}" : $"{this}['{Escaped(name)}']");

    /// <summary>The item at that place, from 0.</summary>
    public DefinitionPath this[int index] => new(string.Create(CultureInfo.InvariantCulture, $"{this}[{index}]"));

    /// <summary>The paths of itself and of everything that it is in, as text.</summary>
    public IEnumerable<string> Outwards()
    {
        var text = ToString();
        for (var end = text.Length; end > 0; end = text.LastIndexOfAny(['.', '['], end - 1))
            yield return text[..end];
    }

    public override string ToString() => _text ?? "$";

    private static bool IsPlain(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Escaped(string name) =>
        JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString().Replace("'", "\\'", StringComparison.Ordinal);
}
