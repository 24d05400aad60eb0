using System.Text;
using System.Text.Json;
using System.Xml;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>Writes cases as GeoReport requests, with the fields that the format has.</summary>
internal sealed class RequestWriter
{
    private const int RequestsBetweenFlushes = 1 << 10;

    // A carriage return that is not escaped would be read back as a line feed.
    private static readonly XmlWriterSettings Xml = new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, Encoding = new UTF8Encoding(false) };

    private readonly CaseTable _table;
    private readonly Open311Options _options;
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    public RequestWriter(CaseTable table, Open311Options options)
    {
        _table = table;
        _options = options;

        // Of the services that a reader would find under their codes.
        foreach (var service in options.Services.DistinctBy(s => s.Code).Where(s => s.Name.Length > 0))
            _codes.TryAdd(service.Name, service.Code);
    }

    public void WriteJson(Stream stream, CancellationToken cancellationToken)
    {
        using var json = new Utf8JsonWriter(stream, JsonValues.DocumentForm);
        json.WriteStartArray();
        for (var row = 0; row < _table.Count; row++)
        {
            json.WriteStartObject();
            foreach (var (name, value) in Fields(_table.Columns[row]))
                json.WriteString(name, value);
            json.WriteEndObject();
            if (row % RequestsBetweenFlushes == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    public void WriteXml(Stream stream, CancellationToken cancellationToken)
    {
        using var xml = XmlWriter.Create(stream, Xml);
        xml.WriteStartElement("service_requests");
        for (var row = 0; row < _table.Count; row++)
        {
            if (row % RequestsBetweenFlushes == 0)
                cancellationToken.ThrowIfCancellationRequested();
            xml.WriteStartElement("request");
            foreach (var (name, value) in Fields(_table.Columns[row]))
                xml.WriteElementString(name, value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private IEnumerable<(string Name, string? Value)> Fields(CaseRecord record)
    {
        yield return (RequestFields.Id, record.Id);
        yield return (RequestFields.Status, record.IsClosed ? "closed" : "open");
        yield return (RequestFields.Code, _codes.GetValueOrDefault(record.Category));
        yield return (RequestFields.Name, record.Category);
        yield return (RequestFields.Agency, record.Unit);
        yield return (RequestFields.Requested, Time(record.Opened));
        yield return (RequestFields.Expected, Time(record.Due));
        if (_options.ClosedField is { } closed and not RequestFields.Updated)
            yield return (closed, Time(record.Closed));

        // Where it is the closing time, the last change of a closed case is what it would be read as.
        yield return (RequestFields.Updated, Time(_options.ClosedField is RequestFields.Updated && record.IsClosed ? record.Closed : record.Updated));
    }

    private static string? Time(Instant? time) => time is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null;
}
