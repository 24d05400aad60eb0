using System.Xml;

namespace CampaignKit.Grievances;

/// <summary>Checks that a form can carry the texts of a table, before anything of them is written.</summary>
internal static class RequestTexts
{
    private const int Shown = 10;

    /// <exception cref="FormatException">Some text holds characters that the form cannot carry; the message lists them.</exception>
    public static void Check(CaseTable table, Open311Format format)
    {
        var columns = table.Columns;
        var bad = columns.Unit.Values.Select(v => (Field: RequestFields.Agency, Text: v))
            .Concat(columns.Category.Values.Select(v => (Field: RequestFields.Name, Text: v)))
            .Concat(columns.Id.OfType<string>().Select(v => (Field: RequestFields.Id, Text: v)))
            .Where(t => !CanCarry(t.Text, format))
            .Take(Shown)
            .Select(t => $"{t.Field} '{Escaped(t.Text)}'")
            .ToArray();
        if (bad.Length > 0)
            throw new FormatException($"Characters that {(format is Open311Format.Xml ? "XML 1.0" : "JSON")} cannot carry stand in {string.Join(", ", bad)}.");
    }

    private static bool CanCarry(string text, Open311Format format)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || (format is Open311Format.Xml && !XmlConvert.IsXmlChar(text[i])))
                return false;
        }

        return true;
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c >= '\ufffe' ? FormattableString.Invariant($"\\u{(int)c:x4}") : c.ToString()));
}
