namespace CampaignKit.Grievances;

/// <summary>Reads the elements of a GeoReport document one by one, whichever its form.</summary>
internal static class Open311Document
{
    /// <summary>The elements; each is the same object, valid until the next.</summary>
    /// <param name="stream">The document, maybe compressed; it stays open.</param>
    /// <param name="element">What an element is, in messages and in XML: <c>request</c> or <c>service</c>.</param>
    /// <param name="names">The fields that are asked for.</param>
    /// <exception cref="Open311Exception">The document is broken, of another form, or an error answer.</exception>
    public static IEnumerable<RequestFields> Read(Stream stream, string element, IReadOnlyList<string> names)
    {
        using var source = SourceFile.Plain(stream, leaveOpen: true);
        var fields = new RequestFields(element, names);
        var elements = IsXml(source.Head) ? XmlRequests.Read(source, element, fields) : JsonRequests.Read(source, element, fields);
        var errors = new List<Open311Error>();
        foreach (var read in elements)
        {
            // Only a document that begins with an error is an error answer; later in a list of requests it is a bad request.
            if (read.Error is { } error && (read.Number == 1 || errors.Count > 0))
                errors.Add(error);
            else if (errors.Count == 0)
                yield return read;
        }

        if (errors.Count > 0)
            throw new Open311Exception(errors);
    }

    private static bool IsXml(ReadOnlySpan<byte> head)
    {
        // In UTF-16 there is always a byte order mark, and JSON is in UTF-8.
        if (head is [0xfe, 0xff, ..] or [0xff, 0xfe, ..])
            return true;
        if (head.StartsWith("\ufeff"u8))
            head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        return head is [(byte)'<', ..] ? true
            : head is [(byte)'[' or (byte)'{', ..] ? false
            : throw new Open311Exception(head.IsEmpty ? "The document is empty." : "The document is neither JSON nor XML.");
    }
}
