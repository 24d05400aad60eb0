using System.Net;
using Microsoft.AspNetCore.Http;

namespace CampaignKit.Draws.Tests;

public sealed class DrandClientTests : IAsyncLifetime, IDisposable
{
    private const long Number = 2_634_945;

    private static readonly FutureDrandRound What = new(Drand.Default, Number);

    private static readonly string RoundJson = EntropyVectors.DrandBeacons.Single(beacon => beacon.GetProperty("round").GetInt64() == Number).GetRawText();

    private static readonly string InfoPath = $"/{Drand.Default.Hash}/info";

    private static readonly string RoundPath = $"/{Drand.Default.Hash}/public/{Number}";

    private readonly HttpClient _http = new();
    private BeaconServer _beacon = null!;
    private BeaconServer _other = null!;

    public async Task InitializeAsync()
    {
        _beacon = await BeaconServer.StartAsync();
        _other = await BeaconServer.StartAsync();
        Serve(_beacon);
        Serve(_other);
    }

    public void Dispose() => _http.Dispose();

    public async Task DisposeAsync()
    {
        await _beacon.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Fetch_RoundThatIsThere_IsTheRecord()
    {
        var record = Assert.IsType<DrandRound>(await Client(_beacon).FetchAsync(What));

        Assert.Equal(DrandRound.Parse(RoundJson), record);
        Assert.NotNull(record.PreviousSignature);
        Assert.NotNull(Draw.Plan("c/d/p").Random("r", Changning.Messages, 1).AllowOverlap().Lock(What).Hold(record));
    }

    [Fact]
    public async Task Fetch_Twice_AsksForTheChainOnce()
    {
        var client = Client(_beacon);

        await client.FetchAsync(What);
        await client.FetchAsync(What);

        Assert.Equal([InfoPath, RoundPath, RoundPath], _beacon.Asked);
    }

    [Fact]
    public async Task Fetch_BelowAPath_KeepsIt()
    {
        _beacon.Answer($"/relay{InfoPath}", Info());
        _beacon.Answer($"/relay{RoundPath}", RoundJson);

        Assert.NotNull(await new DrandClient(_http, [new Uri(_beacon.Address, "relay")]).FetchAsync(What));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(425)]
    public async Task Fetch_RoundNotThereYet_IsNull(int status)
    {
        _beacon.Answer(RoundPath, "not yet", status);

        Assert.Null(await Client(_beacon).FetchAsync(What));
    }

    [Fact]
    public async Task Fetch_AnotherAddressHasIt_IsTheRecord()
    {
        _beacon.Answer(RoundPath, "not yet", 404);

        Assert.NotNull(await Client(_beacon, _other).FetchAsync(What));
    }

    [Fact]
    public async Task Fetch_FirstAddressFails_AsksTheNext()
    {
        _beacon.Answer(RoundPath, "broken", 500);

        Assert.NotNull(await Client(_beacon, _other).FetchAsync(What));
        Assert.Equal([InfoPath, RoundPath], _other.Asked);
    }

    [Fact]
    public async Task Fetch_OneAddressFailsAndTheOtherHasItNot_IsNull()
    {
        _beacon.Answer(RoundPath, "broken", 500);
        _other.Answer(RoundPath, "not yet", 404);

        Assert.Null(await Client(_beacon, _other).FetchAsync(What));
    }

    [Fact]
    public async Task Fetch_AllAddressesFail_NamesEach()
    {
        _beacon.Answer(RoundPath, "broken", 500);
        _other.Answer(RoundPath, "{}");

        var failed = await FailureAsync(_beacon, _other);

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.OK], failed.Problems.Select(problem => problem.Status));
        Assert.Equal([_beacon.Address.Port, _other.Address.Port], failed.Problems.Select(problem => problem.Address.Port));
        Assert.Contains($"{_beacon.Address}{RoundPath[1..]}: 500: ", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"round\": 2634945", "\"round\": 2634946", "$.entropy.round")]
    [InlineData("\"signature\": \"814778", "\"signature\": \"814779", null)]
    [InlineData("\"signature\": \"814778", "\"signature\": \"4778", "$.entropy.signature")]
    [InlineData("\"signature\": \"814778", "\"signature\": \"X14778", "$.signature")]
    [InlineData("\"round\"", "\"rounds\"", "$.round")]
    [InlineData("{", "", "$")]
    public async Task Fetch_RoundIsNotWhatWasLocked_NamesTheRule(string from, string to, string? path)
    {
        // The beacon says its randomness too, which a flipped signature no longer gives.
        var randomness = DrandRound.Parse(RoundJson).Randomness;
        var json = RoundJson.Replace("\"valid\"", $"\"randomness\": \"{randomness}\", \"valid\"", StringComparison.Ordinal);
        Assert.Contains(from, json, StringComparison.Ordinal);
        _beacon.Answer(RoundPath, json.Replace(from, to, StringComparison.Ordinal));

        var problem = Assert.Single((await FailureAsync(_beacon)).Problems);

        Assert.StartsWith($"{path ?? "$.entropy.randomness"}: ", problem.Rule, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, RoundPath), (problem.Status, problem.Address.AbsolutePath));
    }

    [Theory]
    [InlineData("\"hash\": \"8990", "\"hash\": \"8991", "$.hash")]
    [InlineData("\"period\": 30", "\"period\": 3", "$.period")]
    [InlineData("\"genesis_time\": 1", "\"genesis_time\": 2", "$.genesis_time")]
    [InlineData("\"public_key\": \"868f", "\"public_key\": \"968f", "$.public_key")]
    [InlineData("\"groupHash\": \"176f", "\"groupHash\": \"076f", "$.groupHash")]
    [InlineData("\"schemeID\": \"pedersen", "\"schemeID\": \"petersen", "$.schemeID")]
    [InlineData("\"hash\"", "\"hasch\"", "$.hash")]
    public async Task Fetch_ChainIsAnother_NamesTheRule(string from, string to, string path)
    {
        Assert.Contains(from, Info(), StringComparison.Ordinal);
        _beacon.Answer(InfoPath, Info().Replace(from, to, StringComparison.Ordinal));

        var problem = Assert.Single((await FailureAsync(_beacon)).Problems);

        Assert.StartsWith($"{path}: ", problem.Rule, StringComparison.Ordinal);
        Assert.DoesNotContain(RoundPath, _beacon.Asked);
    }

    [Fact]
    public async Task Fetch_InfoWithoutScheme_IsTaken()
    {
        _beacon.Answer(InfoPath, Info().Replace("schemeID", "scheme", StringComparison.Ordinal));

        Assert.NotNull(await Client(_beacon).FetchAsync(What));
    }

    [Fact]
    public async Task Fetch_ChainNotServed_IsAFailure()
    {
        _beacon.Answer(InfoPath, "no such chain", 404);

        Assert.Equal(HttpStatusCode.NotFound, Assert.Single((await FailureAsync(_beacon)).Problems).Status);
    }

    [Fact]
    public async Task Fetch_AnswerTooLarge_IsAFailure()
    {
        var limit = BeaconAddresses.MaxAnswerBytes;
        _beacon.Answer(RoundPath, RoundJson.PadRight(limit));
        Assert.NotNull(await Client(_beacon).FetchAsync(What));

        _beacon.Answer(RoundPath, RoundJson.PadRight(limit + 1));
        Assert.Contains($"at most {limit} bytes", (await FailureAsync(_beacon)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NobodyListens_IsAFailureWithoutStatus()
    {
        var gone = await BeaconServer.StartAsync();
        var address = gone.Address;
        await gone.DisposeAsync();

        var failed = await Assert.ThrowsAsync<BeaconException>(async () => await new DrandClient(_http, [address]).FetchAsync(What));

        Assert.Null(Assert.Single(failed.Problems).Status);
    }

    [Fact]
    public async Task Fetch_ConnectionBreaksOff_IsAFailure()
    {
        _beacon.Answer(RoundPath, async context =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync(RoundJson[..100]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Single((await FailureAsync(_beacon)).Problems);
    }

    [Fact]
    public async Task Fetch_Cancelled_StopsAtOnce()
    {
        using var cancellation = new CancellationTokenSource();
        var begun = _beacon.AnswerWithoutEnd(RoundPath);
        var fetching = Client(_beacon, _other).FetchAsync(What, cancellation.Token).AsTask();
        await begun;

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        Assert.Empty(_other.Asked);
    }

    [Fact]
    public async Task Fetch_AnswerWithoutEnd_IsAFailureByTheTimeoutOfTheHost()
    {
        using var impatient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };
        _ = _beacon.AnswerWithoutEnd(InfoPath);

        var failed = await Assert.ThrowsAsync<BeaconException>(async () => await new DrandClient(impatient, [_beacon.Address]).FetchAsync(What));

        Assert.Contains("no whole answer within", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_AnotherSource_IsTheCallersMistake()
    {
        var client = Client(_beacon);

        Assert.True(client.CanFetch(What));
        Assert.False(client.CanFetch(Changning.Entropy));
        await Assert.ThrowsAsync<ArgumentException>(async () => await client.FetchAsync(Changning.Entropy));
    }

    [Theory]
    [InlineData("relative")]
    [InlineData("ftp://localhost/")]
    [InlineData("http://localhost/?chain=1")]
    public void Client_AddressMalformed_IsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => new DrandClient(_http, [new Uri(address, UriKind.RelativeOrAbsolute)]));

    [Fact]
    public void Client_NoAddress_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new DrandClient(_http, []));
        Assert.All(DrandClient.PublicAddresses.Concat(NistBeaconClient.PublicAddresses), address => Assert.Equal("https", address.Scheme));
    }

    private static void Serve(BeaconServer server)
    {
        server.Answer(InfoPath, Info());
        server.Answer(RoundPath, RoundJson);
    }

    private static string Info() => EntropyVectors.DrandChains.Single(info => info.Said("beaconID") == Drand.Default.BeaconId).GetRawText();

    private DrandClient Client(params BeaconServer[] servers) => new(_http, [.. servers.Select(server => server.Address)]);

    private async Task<BeaconException> FailureAsync(params BeaconServer[] servers) =>
        await Assert.ThrowsAsync<BeaconException>(async () => await Client(servers).FetchAsync(What));
}
