using System.Collections.Concurrent;
using System.Net;

namespace CampaignKit.Draws;

/// <summary>
/// Fetches rounds of drand over HTTP. Each address is asked once whether the chain it serves is the one known here, then for rounds;
/// where one fails the next is tried. Time-outs are those of the <see cref="HttpClient"/> given, for each answer as a whole; an answer
/// has at most 64 KiB. Safe from any thread.
/// </summary>
/// <remarks>
/// A round is checked as far as <see cref="EntropyCheck.HashAndTimeChecked"/>: <see cref="VerificationOptions.BeaconSignatures"/> goes further.
/// </remarks>
public sealed class DrandClient : IEntropySource
{
    private readonly BeaconAddresses _addresses;
    private readonly ConcurrentDictionary<(Uri Address, DrandChain Chain), bool> _known = new();

    /// <summary>A client.</summary>
    /// <param name="http">Sends the requests; its time-out is the one for each answer.</param>
    /// <param name="addresses">Where to ask, in this order; <see cref="PublicAddresses"/> if null.</param>
    /// <exception cref="ArgumentException">An address is not absolute, not of http or https, or there is none.</exception>
    public DrandClient(HttpClient http, IReadOnlyList<Uri>? addresses = null) => _addresses = new BeaconAddresses(http, addresses ?? PublicAddresses);

    /// <summary>The public addresses of the League of Entropy: https://docs.drand.love/developer/http-api.</summary>
    public static IReadOnlyList<Uri> PublicAddresses { get; } =
        [new("https://api.drand.sh"), new("https://api2.drand.sh"), new("https://api3.drand.sh"), new("https://drand.cloudflare.com")];

    /// <inheritdoc/>
    public bool CanFetch(FutureEntropy what) => what is FutureDrandRound;

    /// <inheritdoc/>
    public async ValueTask<EntropyRecord?> FetchAsync(FutureEntropy what, CancellationToken cancellationToken = default)
    {
        var round = what as FutureDrandRound ?? throw new ArgumentException($"{what} is no round of drand.", nameof(what));
        return await _addresses.FirstAsync((address, cancelled) => FetchAsync(address, round, cancelled), cancellationToken).ConfigureAwait(false);
    }

    private async Task<DrandRound?> FetchAsync(Uri address, FutureDrandRound what, CancellationToken cancellationToken)
    {
        await CheckChainAsync(address, what.Chain, cancellationToken).ConfigureAwait(false);
        var uri = new Uri(address, FormattableString.Invariant($"{what.Chain.Hash}/public/{what.Round}"));
        var round = await _addresses.GetAsync(uri, static bytes => DrandRound.Parse(bytes), cancellationToken).ConfigureAwait(false);
        return round is null ? null : BeaconAddresses.Sound(uri, round, what.FirstDifference(round));
    }

    private async Task CheckChainAsync(Uri address, DrandChain chain, CancellationToken cancellationToken)
    {
        if (_known.ContainsKey((address, chain)))
            return;
        var uri = new Uri(address, $"{chain.Hash}/info");
        var info = await _addresses.GetAsync(uri, DrandChainInfo.Parse, cancellationToken).ConfigureAwait(false)
            ?? throw new BeaconException([new BeaconProblem(uri, HttpStatusCode.NotFound, $"{chain} is not served here.")]);
        BeaconAddresses.Sound(uri, info, info.FirstDifference(chain));
        _known[(address, chain)] = true;
    }
}
