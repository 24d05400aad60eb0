namespace CampaignKit.Grievances;

/// <summary>
/// Reads requests and services of Open311 GeoReport v2, in JSON or XML, which the first character tells. Pure functions, safe for use from any
/// thread.
/// </summary>
/// <remarks>
/// <para>A request is a case: <c>service_request_id</c> the id, <c>requested_datetime</c> its beginning, <c>expected_datetime</c> its target,
/// <c>updated_datetime</c> its last change, <c>agency_responsible</c> the unit, the service its category, <c>status</c> open or closed. The format has no closing time: a closed request is
/// closed at an unknown time (<see cref="CaseRecord.ClosingTimeUnknown"/>), unless <see cref="Open311Options.ClosedField"/> says otherwise. Ratings,
/// replies, reopenings and duplicates it has not either. Other fields are passed over. A last change that cannot be read makes no bad row: it is
/// unknown, and the table's <see cref="CaseTable.Assumptions"/> say how many are.</para>
/// <para>Requests are read one by one; beside the table, memory holds the longest of them. Files and streams compressed by gzip are known by their
/// first bytes. XML with a document type is refused, and nothing outside the document is ever fetched.</para>
/// </remarks>
public static class Open311
{
    /// <summary>Reads the requests of a file to a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How they become cases; as <see cref="Open311Options"/> says by default if null.</param>
    /// <param name="progress">Told now and then how many requests were read.</param>
    /// <param name="cancellationToken">Ends the reading; nothing is kept.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is compressed, and damaged or cut short.</exception>
    /// <exception cref="Open311Exception">The document is broken, no list of requests, or a server's error answer.</exception>
    /// <exception cref="BadRowsException">More requests are bad than the options allow.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static CaseTable ReadRequests(
        string path, Open311Options? options = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        using var file = SourceFile.Open(path);
        return ReadRequests(file, options, progress, cancellationToken);
    }

    /// <summary>Reads the requests of a stream to a table; the stream stays open.</summary>
    /// <param name="stream">The document, from where the stream stands to its end.</param>
    /// <param name="options">How they become cases; as <see cref="Open311Options"/> says by default if null.</param>
    /// <param name="progress">Told now and then how many requests were read.</param>
    /// <param name="cancellationToken">Ends the reading; nothing is kept.</param>
    /// <exception cref="InvalidDataException">The stream is compressed, and damaged or cut short.</exception>
    /// <exception cref="Open311Exception">The document is broken, no list of requests, or a server's error answer.</exception>
    /// <exception cref="BadRowsException">More requests are bad than the options allow.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static CaseTable ReadRequests(
        Stream stream, Open311Options? options = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var cases = new RequestCases(options ?? Open311Options.Default);
        foreach (var fields in Open311Document.Read(Guard.Against.Null(stream), "request", cases.Fields))
        {
            cases.Add(fields);
            if (cases.Read % RequestsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(cases.Read);
            }
        }

        progress?.Report(cases.Read);
        return cases.Build();
    }

    /// <summary>Reads a list of services from a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is compressed, and damaged or cut short.</exception>
    /// <exception cref="Open311Exception">The document is broken, no list of services, or a server's error answer; the message lists every bad service.</exception>
    public static IReadOnlyList<Open311Service> ReadServices(string path)
    {
        using var file = SourceFile.Open(path);
        return ReadServices(file);
    }

    /// <summary>Reads a list of services from a stream, which stays open.</summary>
    /// <exception cref="InvalidDataException">The stream is compressed, and damaged or cut short.</exception>
    /// <exception cref="Open311Exception">The document is broken, no list of services, or a server's error answer; the message lists every bad service.</exception>
    public static IReadOnlyList<Open311Service> ReadServices(Stream stream)
    {
        var services = new List<Open311Service>();
        var bad = new List<BadRow>();
        foreach (var fields in Open311Document.Read(Guard.Against.Null(stream), "service", ServiceFields))
        {
            if (fields["service_code"] is null)
                fields.Refuse("service_code", "must be given");
            if (fields.Bad.Count > 0)
                bad.Add(fields.ToBadRow());
            else
                services.Add(new Open311Service(fields["service_code"]!, fields["service_name"] ?? "") { Group = fields["group"] ?? "" });
        }

        return bad.Count == 0 ? services : throw new Open311Exception($"The list of services is not usable: {string.Join(" | ", bad)}.");
    }

    private const int RequestsBetweenReports = 1 << 10;

    private static readonly string[] ServiceFields = ["service_code", "service_name", "group"];
}
