using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>Makes cases of GeoReport requests.</summary>
internal sealed class RequestCases
{
    private readonly Open311Options _options;
    private readonly CaseTableBuilder _table;
    private readonly CsvDates _dates;
    private readonly Dictionary<string, string> _services = new(StringComparer.Ordinal);

    public RequestCases(Open311Options options)
    {
        _options = options;
        _table = new CaseTableBuilder(options.Calendar, options.Grain, options.Repeats, options.BadRowLimit);
        _dates = new CsvDates(options.Calendar.Zone, [LocalDateTimePattern.ExtendedIso], readsIso: true);
        foreach (var service in options.Services)
            _services.TryAdd(service.Code, service.Name);
        Fields = options.ClosedField is { } closed and not RequestFields.Updated ? [.. RequestFields.OfRequests, closed] : RequestFields.OfRequests;
    }

    public IReadOnlyList<string> Fields { get; }

    public long Read => _table.RowsRead;

    public void Add(RequestFields request)
    {
        var opened = Date(request, RequestFields.Requested, required: true) ?? default;
        var due = Date(request, RequestFields.Expected);
        var updated = Date(request, RequestFields.Updated);
        var isClosed = Status(request);
        var closed = isClosed is null ? null : Closing(request, isClosed is true);
        if (closed < opened && request.Bad.Count == 0)
            request.Refuse(_options.ClosedField!, $"must not lie before the opening, {request[RequestFields.Requested]}");
        if (request.Bad.Count > 0)
        {
            _table.Add(request.ToBadRow());
            return;
        }

        _table.Add(request.Line, new CaseRecord(opened)
        {
            Id = request[RequestFields.Id],
            Closed = closed,
            ClosingTimeUnknown = isClosed is true && closed is null,
            Due = due,
            Unit = request[RequestFields.Agency] ?? "",
            Category = Category(request),
            Updated = updated,
        });
    }

    public CaseTable Build() => _table.Build([.. Assumptions()]);

    private IEnumerable<string> Assumptions()
    {
        if (_options.ClosedField is { } field)
        {
            yield return field == Open311Options.UpdatedField
                ? $"closing times are {field}, the last change of a closed request, whatever it was"
                : $"closing times are {field}, which is no field of GeoReport v2";
        }
    }

    private static bool? Status(RequestFields request)
    {
        var status = request[RequestFields.Status];
        if ("open".Equals(status, StringComparison.OrdinalIgnoreCase))
            return false;
        if ("closed".Equals(status, StringComparison.OrdinalIgnoreCase))
            return true;
        request.Refuse(RequestFields.Status, "must be open or closed");
        return null;
    }

    /// <summary>The closing time; null if it is open, or nobody recorded the time.</summary>
    private Instant? Closing(RequestFields request, bool isClosed)
    {
        if (_options.ClosedField is not { } field || (!isClosed && field == Open311Options.UpdatedField))
            return null;
        if (isClosed)
            return Date(request, field);
        if (request[field] is not null)
            request.Refuse(field, "must be blank, for status is open");
        return null;
    }

    private Instant? Date(RequestFields request, string field, bool required = false)
    {
        var text = request[field];
        if (text is null && !required)
            return null;
        if (text is not null && _dates.TryRead(text, out var ticks))
            return Instant.FromUnixTimeTicks(ticks);
        request.Refuse(field, "must be a time like 2023-12-11T09:01:37+01:00");
        return null;
    }

    private string Category(RequestFields request)
    {
        var code = request[RequestFields.Code];
        if (code is not null && _services.TryGetValue(code, out var name) && name.Length > 0)
            return name;
        return request[RequestFields.Name] ?? code ?? "";
    }
}
