using NodaTime;

namespace CampaignKit.Draws.Tests;

/// <summary>The example of the readme's section on randomness, line by line, with beacons on this machine.</summary>
public sealed class RandomnessReadmeTests : IAsyncLifetime
{
    private static readonly Instant Closing = Drand.Quicknet.DueTimeOf(37);

    private BeaconServer _beacon = null!;

    public async Task InitializeAsync()
    {
        _beacon = await BeaconServer.StartAsync();
        _beacon.Answer($"/{Drand.Quicknet.Hash}/info", EntropyVectors.DrandChains.Single(info => info.Said("beaconID") == "quicknet").GetRawText());
        _beacon.Answer("/beacon/2.0/pulse/last", EntropyVectors.NistPulseJson);
        _beacon.Answer($"/beacon/2.0/certificate/{EntropyVectors.Pulse.CertificateId}", EntropyVectors.NistCertificate);
    }

    public async Task DisposeAsync() => await _beacon.DisposeAsync();

    [Fact]
    public async Task Example_RoundIsThere_IsHeldByIt()
    {
        _beacon.Answer($"/{Drand.Quicknet.Hash}/public/38", $$"""{"round": 38, "signature": "{{EntropyVectors.Round38.Signature}}"}""");

        Assert.Equal(EntropyVectors.Round38, (await RunAsync(Closing))?.Transcript.Entropy);
    }

    [Fact]
    public async Task Example_NobodyHasSpoken_IsNotHeld()
    {
        Assert.Null(await RunAsync(Closing));
        Assert.Null(await RunAsync(Closing + Duration.FromDays(1)));
    }

    [Fact]
    public void Example_OfTheReadme_IsTheCodeBelow()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "src/CampaignKit.Draws/README.md"));
        var test = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "tests/CampaignKit.Draws.Tests/Entropy/RandomnessReadmeTests.cs"));

        Assert.Equal(Block(readme, "```csharp\nvar drand", "```"), Block(test, "// <readme>\n", "// </readme>"));
    }

    private static string Block(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var lines = text[from..text.IndexOf(end, from + start.Length, StringComparison.Ordinal)].Split('\n').Skip(1).Select(line => line.Trim());
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private async Task<DrawResult?> RunAsync(Instant now)
    {
        using var http = new HttpClient(new OnThisMachine(_beacon.Address));
        var (plan, closing) = (Draw.Plan("c/d/p").Random("r", Changning.Messages, 1).AllowOverlap(), Closing);

        // <readme>
        var drand = new DrandClient(http);
        var nist = new NistBeaconClient(http);

        LockedDraw locked = plan.Lock(
            Drand.Quicknet.FirstRoundAfter(closing),
            late: new LateEntropy(Duration.FromHours(1), await nist.FirstPulseAfterAsync(closing + Duration.FromHours(2))));

        DrawResult? result = null;
        if (await drand.FetchAsync(locked.Manifest.Entropy) is { } round)              // null while the round is not there
            result = locked.Hold(round);
        else if (now >= locked.Manifest.LateDecidesFrom && await nist.FetchAsync(locked.Manifest.Late!.Entropy) is { } pulse)
            result = locked.Hold(pulse, lateReason: "drand did not speak for an hour");
        // </readme>

        Assert.True(locked.Manifest.LateDecidesFrom >= closing + Duration.FromHours(2));
        return result;
    }

    /// <summary>Sends what is meant for the public beacons to the one here.</summary>
    private sealed class OnThisMachine(Uri address) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(address, request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
