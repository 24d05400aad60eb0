using System.Net;

namespace CampaignKit.Draws;

/// <summary>The addresses under which a beacon can be asked over HTTP, one after another until one gives a sound answer.</summary>
internal sealed class BeaconAddresses
{
    /// <summary>Far above any answer of a beacon, far below what would hurt.</summary>
    internal const int MaxAnswerBytes = 65_536;

    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    private readonly HttpClient _http;
    private readonly Uri[] _addresses;

    internal BeaconAddresses(HttpClient http, IReadOnlyList<Uri> addresses)
    {
        _http = Guard.Against.Null(http);
        Guard.Against.NullOrEmpty(addresses);
        _addresses = [.. addresses.Select(Folder)];
    }

    /// <summary>
    /// The first answer that is not null; null if none has one yet, and at least one said so in a sound way.
    /// </summary>
    /// <exception cref="BeaconException">All addresses failed.</exception>
    internal async Task<T?> FirstAsync<T>(Func<Uri, CancellationToken, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var problems = new List<BeaconProblem>();
        foreach (var address in _addresses)
        {
            try
            {
                if (await ask(address, cancellationToken).ConfigureAwait(false) is { } answer)
                    return answer;
            }
            catch (BeaconException failed)
            {
                problems.AddRange(failed.Problems);
            }
        }

        return problems.Count < _addresses.Length ? null : throw new BeaconException(problems);
    }

    /// <summary>What was read from an address, if nothing is wrong with it.</summary>
    /// <exception cref="BeaconException">There is a <paramref name="difference"/>.</exception>
    internal static T Sound<T>(Uri uri, T answer, Difference? difference) =>
        difference is null ? answer : throw new BeaconException([new BeaconProblem(uri, HttpStatusCode.OK, difference.ToString())]);

    /// <summary>Asks for a document; null where there is none (yet).</summary>
    /// <param name="uri">Where.</param>
    /// <param name="read">Reads the document; may throw <see cref="FormatException"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BeaconException">There is no answer, or not a sound one.</exception>
    internal async Task<T?> GetAsync<T>(Uri uri, Func<byte[], T> read, CancellationToken cancellationToken)
        where T : class
    {
        if (await GetAsync(uri, cancellationToken).ConfigureAwait(false) is not { } bytes)
            return null;
        try
        {
            return read(bytes);
        }
        catch (FormatException broken)
        {
            throw new BeaconException([new BeaconProblem(uri, HttpStatusCode.OK, broken.Message)], broken);
        }
    }

    private async Task<byte[]?> GetAsync(Uri uri, CancellationToken cancellationToken)
    {
        // The client's own time-out ends with the headers when the body is read as a stream.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_http.Timeout);
        try
        {
            using var response = await _http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.NotFound or TooEarly)
                return null;
            return response.StatusCode == HttpStatusCode.OK
                ? await ReadAsync(response, uri, limit.Token).ConfigureAwait(false)
                : throw new BeaconException([new BeaconProblem(uri, response.StatusCode, "a beacon answers with 200, or with 404 or 425 before it has spoken.")]);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BeaconException([new BeaconProblem(uri, Status: null, $"there was no whole answer within {_http.Timeout}.")], late);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new BeaconException([new BeaconProblem(uri, (broken as HttpRequestException)?.StatusCode, broken.Message)], broken);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, Uri uri, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[MaxAnswerBytes + 1];
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return length <= MaxAnswerBytes
                ? buffer[..length]
                : throw new BeaconException([new BeaconProblem(uri, response.StatusCode, $"an answer has at most {MaxAnswerBytes} bytes.")]);
        }
    }

    // A relative path is put in place of what follows the last slash.
    private static Uri Folder(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" }
            ? new Uri(address.AbsoluteUri.EndsWith('/') ? address.AbsoluteUri : $"{address.AbsoluteUri}/")
            : throw new ArgumentException($"'{address}' is not an absolute address of http or https without query.", nameof(address));
}
