using System.Xml;

namespace CampaignKit.Grievances;

/// <summary>Checks that a form can carry the texts of a table, before anything of them is written.</summary>
internal static class RequestTexts
{
    private const int Shown = 10;

    /// <exception cref="FormatException">Some text holds characters that the form cannot carry; the message lists them.</exception>
    public static void Check(CaseTable table, Open311Format format) => Check(
        [(RequestFields.Agency, table.Columns.Unit.Values), (RequestFields.Name, table.Columns.Category.Values), (RequestFields.Id, table.Columns.Id)],
        format is Open311Format.Xml);

    /// <summary>The same for the form of <see cref="CasesJson"/>.</summary>
    /// <exception cref="FormatException">Some text holds characters that the form cannot carry; the message lists them.</exception>
    public static void CheckAll(CaseTable table) => Check(
        [
            (CasesJson.Unit, table.Columns.Unit.Values), (CasesJson.Category, table.Columns.Category.Values), (CasesJson.Rating, table.Columns.Answer.Values),
            (CasesJson.Id, table.Columns.Id),
        ],
        xml: false);

    private static void Check(IEnumerable<(string Field, string?[] Texts)> columns, bool xml)
    {
        var bad = columns.SelectMany(c => c.Texts.OfType<string>(), (c, text) => (c.Field, Text: text))
            .Where(t => !CanCarry(t.Text, xml))
            .Take(Shown)
            .Select(t => $"{t.Field} '{Escaped(t.Text)}'")
            .ToArray();
        if (bad.Length > 0)
            throw new FormatException($"Characters that {(xml ? "XML 1.0" : "JSON")} cannot carry stand in {string.Join(", ", bad)}.");
    }

    private static bool CanCarry(string text, bool xml)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || (xml && !XmlConvert.IsXmlChar(text[i])))
                return false;
        }

        return true;
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c >= '\ufffe' ? FormattableString.Invariant($"\\u{(int)c:x4}") : c.ToString()));
}
