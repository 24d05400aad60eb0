using System.Net;
using NodaTime;

namespace CampaignKit.Draws.Tests;

public sealed class NistBeaconClientTests : IAsyncLifetime, IDisposable
{
    private const string LastPath = "/beacon/2.0/pulse/last";

    private static readonly FutureNistPulse What = EntropyVectors.FuturePulse;

    private static readonly string PulsePath = $"/beacon/2.0/chain/1/pulse/time/{What.At.ToUnixTimeMilliseconds()}";

    private static readonly string CertificatePath = $"/beacon/2.0/certificate/{What.CertificateId}";

    private static readonly string Envelope = $$"""{"pulse": {{EntropyVectors.NistPulseJson}} }""";

    private readonly HttpClient _http = new();
    private BeaconServer _beacon = null!;

    public async Task InitializeAsync()
    {
        _beacon = await BeaconServer.StartAsync();
        _beacon.Answer(PulsePath, Envelope);
        _beacon.Answer(LastPath, Envelope);
        _beacon.Answer(CertificatePath, EntropyVectors.NistCertificate);
    }

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync() => await _beacon.DisposeAsync();

    [Fact]
    public async Task Fetch_PulseThatIsThere_IsTheRecord() => Assert.Equal(EntropyVectors.Pulse, await Client().FetchAsync(What));

    [Fact]
    public async Task Fetch_Twice_AsksForTheCertificateOnce()
    {
        var client = Client();

        await client.FetchAsync(What);
        await client.FetchAsync(What);

        Assert.Equal([PulsePath, CertificatePath, PulsePath], _beacon.Asked);
    }

    [Fact]
    public async Task Fetch_NoPulseYet_IsNull()
    {
        _beacon.Answer(PulsePath, "not yet", 404);

        Assert.Null(await Client().FetchAsync(What));
    }

    [Fact]
    public async Task Fetch_BeaconGivesThePulseBefore_IsNull()
    {
        var next = new FutureNistPulse(1, What.At + Duration.FromMinutes(1), What.CertificateId);
        _beacon.Answer(PathOf(next), Envelope);

        Assert.Null(await Client().FetchAsync(next));
    }

    [Fact]
    public async Task Fetch_BeaconGivesALaterPulse_IsAFailure()
    {
        var missed = new FutureNistPulse(1, What.At - Duration.FromMinutes(1), What.CertificateId);
        _beacon.Answer(PathOf(missed), Envelope);

        Assert.Contains("$.entropy.pulse.timeStamp", (await FailureAsync(missed)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"statusCode\": 0", "\"statusCode\": 1", "$.entropy.pulse.outputValue")]
    [InlineData("\"chainIndex\": 1", "\"chainIndex\": 2", "$.entropy.pulse.chainIndex")]
    [InlineData("\"certificateId\": \"5501", "\"certificateId\": \"5502", "$.entropy.pulse.certificateId")]
    [InlineData("\"outputValue\"", "\"output\"", "$.pulse.outputValue")]
    [InlineData("{\"pulse\"", "\"pulse\"", "$")]
    public async Task Fetch_PulseIsNotWhatWasLocked_NamesTheRule(string from, string to, string path)
    {
        Assert.Contains(from, Envelope, StringComparison.Ordinal);
        _beacon.Answer(PulsePath, Envelope.Replace(from, to, StringComparison.Ordinal));

        var problem = Assert.Single((await FailureAsync(What)).Problems);

        Assert.StartsWith($"{path}: ", problem.Rule, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, PulsePath), (problem.Status, problem.Address.AbsolutePath));
    }

    [Fact]
    public async Task Fetch_CertificateIsAnotherMalformedOrMissing_IsAFailure()
    {
        _beacon.Answer(CertificatePath, EntropyVectors.Read("nist-beacon-v1.json").Said("certificate_pem")!);
        Assert.Contains($"{What.CertificateId}; found one whose SHA-512 is ", (await FailureAsync(What)).Message, StringComparison.Ordinal);

        _beacon.Answer(CertificatePath, "none");
        Assert.Equal(CertificatePath, Assert.Single((await FailureAsync(What)).Problems).Address.AbsolutePath);

        _beacon.Answer(CertificatePath, "none", 404);
        Assert.Equal(HttpStatusCode.NotFound, Assert.Single((await FailureAsync(What)).Problems).Status);
    }

    [Fact]
    public async Task Fetch_ServerFails_IsAFailure()
    {
        _beacon.Answer(PulsePath, "broken", 500);

        Assert.Equal(HttpStatusCode.InternalServerError, Assert.Single((await FailureAsync(What)).Problems).Status);
    }

    [Fact]
    public async Task Fetch_Cancelled_StopsAtOnce()
    {
        using var cancellation = new CancellationTokenSource();
        var begun = _beacon.AnswerWithoutEnd(CertificatePath);
        var fetching = Client().FetchAsync(What, cancellation.Token).AsTask();
        await begun;

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task Fetch_AnotherSource_IsTheCallersMistake()
    {
        Assert.True(Client().CanFetch(What));
        Assert.False(Client().CanFetch(Changning.Entropy));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Client().FetchAsync(Changning.Entropy));
    }

    [Fact]
    public async Task FirstPulseAfter_LatestPulse_HasItsChainAndCertificate() =>
        Assert.Equal(What, await Client().FirstPulseAfterAsync(What.At - Duration.FromSeconds(1)));

    [Fact]
    public async Task FirstPulseAfter_LatestPulseForged_IsAFailure()
    {
        _beacon.Answer(LastPath, Envelope.Replace("\"period\": 60000", "\"period\": 60001", StringComparison.Ordinal));
        Assert.Contains("$.entropy.pulse.outputValue", (await Failure()).Message, StringComparison.Ordinal);

        _beacon.Answer(LastPath, "none", 404);
        Assert.Equal(LastPath, Assert.Single((await Failure()).Problems).Address.AbsolutePath);

        Task<BeaconException> Failure() => Assert.ThrowsAsync<BeaconException>(() => Client().FirstPulseAfterAsync(What.At));
    }

    private static string PathOf(FutureNistPulse pulse) => $"/beacon/2.0/chain/{pulse.Chain}/pulse/time/{pulse.At.ToUnixTimeMilliseconds()}";

    private NistBeaconClient Client() => new(_http, [_beacon.Address]);

    private async Task<BeaconException> FailureAsync(FutureNistPulse what) =>
        await Assert.ThrowsAsync<BeaconException>(async () => await Client().FetchAsync(what));
}
