using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>Makes cases of GeoReport requests.</summary>
internal sealed class RequestCases
{
    private readonly Open311Options _options;
    private readonly CaseTableBuilder _table;
    private readonly CsvDates _dates;
    private readonly UnreadCells _unread = new();
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

    private bool UpdatesClose => _options.ClosedField is Open311Options.UpdatedField;

    public void Add(RequestFields request)
    {
        _unread.StartRow();
        var opened = Date(request, RequestFields.Requested, required: true) ?? default;
        var due = Date(request, RequestFields.Expected);
        var updated = Updated(request);
        var isClosed = Status(request);
        var closed = isClosed is null ? null : Closing(request, isClosed is true);
        if (closed < opened && request.Bad.Count == 0)
            request.Refuse(_options.ClosedField!, $"must not lie before the opening, {request[RequestFields.Requested]}");
        if (request.Bad.Count > 0)
        {
            _table.Add(request.ToBadRow());
            return;
        }

        _unread.KeepRow();
        _table.Add(request.Line, new CaseRecord(opened)
        {
            Id = request[RequestFields.Id],
            Closed = closed,
            ClosingTimeUnknown = isClosed is true && closed is null,
            Due = due,
            Unit = request[RequestFields.Agency] ?? "",
            Category = Category(request),

            // What is taken for the closing time says nothing of a later change.
            Updated = UpdatesClose && isClosed is true ? null : updated,
        });
    }

    public CaseTable Build() => _table.Build([.. Assumptions()]);

    private IEnumerable<string> Assumptions()
    {
        if (_options.ClosedField is { } field)
        {
            yield return UpdatesClose
                ? $"closing times are {field}, the last change of a closed request, whatever it was"
                : $"closing times are {field}, which is no field of GeoReport v2";
        }

        foreach (var assumption in _unread.Assumptions())
            yield return assumption;
    }

    /// <summary>The last change; unknown if it cannot be read, unless it closes requests.</summary>
    private Instant? Updated(RequestFields request)
    {
        var updated = Date(request, RequestFields.Updated);
        if (UpdatesClose || !request.Forgive(RequestFields.Updated))
            return updated;
        _unread.Add(CaseField.Updated);
        return null;
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
        if (_options.ClosedField is not { } field || (!isClosed && UpdatesClose))
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
        if (text is null || !_dates.TryRead(text, out var ticks))
            request.Refuse(field, "must be a time like 2023-12-11T09:01:37+01:00");
        else if (!_table.Dates.Contains(ticks))
            request.Refuse(field, CaseDates.Rule);
        else
            return Instant.FromUnixTimeTicks(ticks);
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
