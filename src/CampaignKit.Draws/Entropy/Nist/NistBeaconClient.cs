using System.Collections.Concurrent;
using System.Net;
using System.Text;
using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// Fetches pulses of NIST's Randomness Beacon 2.0 over HTTP, with the certificate, and checks their signatures. Time-outs are those of the
/// <see cref="HttpClient"/> given, for each answer as a whole; an answer has at most 64 KiB. Safe from any thread.
/// </summary>
public sealed class NistBeaconClient : IEntropySource
{
    private readonly BeaconAddresses _addresses;
    private readonly ConcurrentDictionary<string, BeaconCertificate> _certificates = new(StringComparer.Ordinal);

    /// <summary>A client.</summary>
    /// <param name="http">Sends the requests; its time-out is the one for each answer.</param>
    /// <param name="addresses">Where to ask, in this order; <see cref="PublicAddresses"/> if null.</param>
    /// <exception cref="ArgumentException">An address is not absolute, not of http or https, or there is none.</exception>
    public NistBeaconClient(HttpClient http, IReadOnlyList<Uri>? addresses = null) => _addresses = new BeaconAddresses(http, addresses ?? PublicAddresses);

    /// <summary>The public address of the beacon.</summary>
    public static IReadOnlyList<Uri> PublicAddresses { get; } = [new("https://beacon.nist.gov")];

    /// <inheritdoc/>
    public bool CanFetch(FutureEntropy what) => what is FutureNistPulse;

    /// <inheritdoc/>
    public async ValueTask<EntropyRecord?> FetchAsync(FutureEntropy what, CancellationToken cancellationToken = default)
    {
        var pulse = what as FutureNistPulse ?? throw new ArgumentException($"{what} is no pulse of the NIST beacon.", nameof(what));
        return await _addresses.FirstAsync((address, cancelled) => FetchAsync(address, pulse, cancelled), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Names the first pulse later than <paramref name="instant"/>, of the chain and under the certificate of the beacon's latest pulse, whose
    /// signature is checked: lock a draw to it at that instant.
    /// </summary>
    /// <param name="instant">An instant.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <exception cref="BeaconException">No address gave a sound answer.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<FutureNistPulse> FirstPulseAfterAsync(Instant instant, CancellationToken cancellationToken = default)
    {
        var latest = await _addresses.FirstAsync(LatestAsync, cancellationToken).ConfigureAwait(false);
        return FutureNistPulse.FirstAfter(instant, latest!.ChainIndex, latest.CertificateId);
    }

    private async Task<NistPulse?> LatestAsync(Uri address, CancellationToken cancellationToken)
    {
        var uri = new Uri(address, "beacon/2.0/pulse/last");
        var fields = await _addresses.GetAsync(uri, NistJson.ParsePulse, cancellationToken).ConfigureAwait(false) ?? throw Missing(uri);
        var pulse = new NistPulse(fields, await CertificateAsync(address, fields.CertificateId, cancellationToken).ConfigureAwait(false));
        return BeaconAddresses.Sound(uri, pulse, pulse.FirstDifference());
    }

    private async Task<NistPulse?> FetchAsync(Uri address, FutureNistPulse what, CancellationToken cancellationToken)
    {
        var uri = new Uri(address, FormattableString.Invariant($"beacon/2.0/chain/{what.Chain}/pulse/time/{what.At.ToUnixTimeMilliseconds()}"));
        var fields = await _addresses.GetAsync(uri, NistJson.ParsePulse, cancellationToken).ConfigureAwait(false);

        // Asked for a minute to come, the beacon may answer with the pulse nearest to it.
        if (fields is null || what.IsAfter(fields))
            return null;
        var pulse = new NistPulse(fields, await CertificateAsync(address, what.CertificateId, cancellationToken).ConfigureAwait(false));
        return BeaconAddresses.Sound(uri, pulse, what.FirstDifference(pulse));
    }

    private async Task<BeaconCertificate> CertificateAsync(Uri address, string id, CancellationToken cancellationToken)
    {
        if (_certificates.TryGetValue(id, out var known))
            return known;
        var uri = new Uri(address, $"beacon/2.0/certificate/{id}");
        var found = await _addresses.GetAsync(uri, static bytes => BeaconCertificate.Parse(Encoding.UTF8.GetString(bytes)), cancellationToken).ConfigureAwait(false)
            ?? throw Missing(uri);
        var difference = found.Id == id ? null : new Difference("$", $"the certificate whose SHA-512 is {id}", $"one whose SHA-512 is {found.Id}");
        return _certificates.GetOrAdd(id, BeaconAddresses.Sound(uri, found, difference));
    }

    private static BeaconException Missing(Uri uri) => new([new BeaconProblem(uri, HttpStatusCode.NotFound, "the beacon has it at all times.")]);
}
