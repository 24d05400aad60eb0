using System.Globalization;
using System.Text;
using CampaignKit.Grievances;
using CsvHelper;
using CsvHelper.Configuration;

namespace CampaignKit.Benchmarks.Grievances;

/// <summary>The cases as CSV, to be read by the reader alone and to a table.</summary>
internal sealed class CaseTableImport
{
    private readonly string _text;

    public CaseTableImport(CaseTableCases cases)
    {
        var text = new StringBuilder("id,opened,closed,unit,category,rating\n");
        for (var i = 0; i < cases.Objects.Length; i++)
        {
            var c = cases.Objects[i];
            text.Append(CultureInfo.InvariantCulture, $"24-{i:00000000},{c.Opened:yyyy-MM-dd HH:mm},{c.Closed:yyyy-MM-dd HH:mm},{c.Unit},{c.Category},{c.Answer}\n");
        }

        _text = text.ToString();
    }

    public int ReaderAlone()
    {
        using var reader = new StringReader(_text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
        var fields = 0;
        while (parser.Read())
            fields += parser.Record!.Length;
        return fields;
    }

    public CaseTable Import()
    {
        using var reader = new StringReader(_text);
        return CaseTable.Read(reader, CsvMap.Parse("id=id,opened=opened,closed=closed,unit=unit,category=category,rating=rating"));
    }
}
