namespace CampaignKit.Grievances;

/// <summary>Writes CSV by RFC 4180: fields in quotes where they need it, quotes doubled, lines ended by CR and LF.</summary>
internal sealed class CsvLines(TextWriter writer, CsvFormulas formulas)
{
    private const string Beginnings = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private bool _begun;

    /// <summary>Writes a text that somebody else chose.</summary>
    public void Text(string? text) =>
        Field(formulas is CsvFormulas.Disarmed && text is [var first, ..] && Beginnings.Contains(first) ? $"'{text}" : text);

    /// <summary>Writes a name or number of ours, which is no formula.</summary>
    public void Field(string? text)
    {
        if (_begun)
            writer.Write(',');
        _begun = true;
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(text!.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }

    public void Field(FormattableString number) => Field(FormattableString.Invariant(number));

    public void End()
    {
        writer.Write("\r\n");
        _begun = false;
    }
}
