using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using static CampaignKit.Grievances.JsonValues;

namespace CampaignKit.Grievances;

/// <summary>Writes cases as JSON, with every field that a case has.</summary>
internal static class CasesJson
{
    public const string Id = "id";
    public const string Unit = "unit";
    public const string Category = "category";
    public const string Rating = "rating";

    private const int CasesBetweenFlushes = 1 << 10;

    public static void Write(CaseTable table, Stream stream, CancellationToken cancellationToken)
    {
        using var json = new Utf8JsonWriter(stream, DocumentForm);
        json.WriteStartArray();
        for (var row = 0; row < table.Count; row++)
        {
            Write(json, table.Columns[row]);
            if (row % CasesBetweenFlushes == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CaseRecord record)
    {
        json.WriteStartObject();
        json.WriteString(Id, record.Id);
        json.WriteString("opened", Time(record.Opened));
        json.WriteString("closed", Time(record.Closed));
        json.WriteString("due", Time(record.Due));
        json.WriteString("status", record.IsClosed ? "closed" : "open");
        json.WriteBoolean("duplicate", record.Duplicate);
        json.WriteString(Unit, record.Unit);
        json.WriteString(Category, record.Category);
        WriteFact(json, "contacted", record.Contacted);
        WriteFact(json, "resolved", record.Resolved);
        json.WriteString(Rating, record.Answer);
        json.WriteString("updated", Time(record.Updated));
        WriteFact(json, "replied", record.Replied);
        WriteNumber(json, "reopenings", record.Reopenings);
        json.WriteEndObject();
    }

    private static string? Time(Instant? time) => time is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null;
}
