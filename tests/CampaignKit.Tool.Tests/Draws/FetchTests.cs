using System.Text.Json;
using CampaignKit.Draws;
using CampaignKit.Draws.Tests;
using NodaTime;

namespace CampaignKit.Tool.Tests.Draws;

/// <summary>Holding by what a beacon answers, played by a server of this machine.</summary>
public sealed class FetchTests : IAsyncLifetime, IDisposable
{
    private const long Round = 2_634_945;

    private static readonly string Chain = Drand.Default.Hash.ToString();

    private static readonly Instant Due = Drand.Default.DueTimeOf(Round);

    private readonly PlannedDraw _draw = new();
    private BeaconServer _beacon = null!;

    public async Task InitializeAsync()
    {
        _beacon = await BeaconServer.StartAsync();
        _beacon.Answer($"/{Chain}/info", $$"""
            {"hash": "{{Chain}}", "public_key": "{{Drand.Default.PublicKey}}", "period": 30, "genesis_time": 1595431050, "groupHash": "176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a"}
            """);
    }

    public void Dispose() => _draw.Dispose();

    public async Task DisposeAsync() => await _beacon.DisposeAsync();

    [Fact]
    public void Hold_FetchTheRound_IsHeldByIt()
    {
        _draw.Lock("--round", $"{Round}", "--chain", "default").Succeeded();
        _beacon.Answer($"/{Chain}/public/{Round}", DrandJson());

        Fetch(Due).Succeeded();

        Assert.Equal(DrandRound.Parse(DrandJson()), Transcript.Load(_draw.Published("transcript.json")).Entropy);
        _draw.Verify().Succeeded();
    }

    [Fact]
    public void Hold_BeaconHasNotSpoken_IsTooEarly()
    {
        _draw.Lock("--round", $"{Round}", "--chain", "default").Succeeded();

        Assert.Equal($"The beacon has not spoken yet: round {Round} of drand default, due {Due}.\n", Fetch(Due).Early());
        Assert.False(File.Exists(_draw.Published("transcript.json")));
    }

    [Fact]
    public void Hold_BeaconFails_NamesAddressAndRule()
    {
        _draw.Lock("--round", $"{Round}", "--chain", "default").Succeeded();
        _beacon.Answer($"/{Chain}/public/{Round}", "broken", status: 500);

        var run = Fetch(Due);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{_beacon.Address}{Chain}/public/{Round}: 500: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_BeforeTheRoundIsDue_DoesNotAsk()
    {
        _draw.Lock("--round", $"{Round}", "--chain", "default").Succeeded();

        Assert.StartsWith("The draw is decided by ", Fetch(Due - Duration.FromSeconds(1)).Early(), StringComparison.Ordinal);
        Assert.Empty(_beacon.Asked);
    }

    [Fact]
    public void Hold_FetchThePulse_IsHeldByIt()
    {
        var vector = JsonDocument.Parse(File.ReadAllText(SharedFiles.Beside("Vectors/nist-beacon-v2-pulse-54610.json"))).RootElement;
        var pulse = vector.GetProperty("cases")[0].GetProperty("pulse");
        var (id, at) = (pulse.GetProperty("certificateId").GetString()!.ToLowerInvariant(), Instant.FromUtc(2018, 8, 30, 17, 44));
        _beacon.Answer($"/beacon/2.0/chain/1/pulse/time/{at.ToUnixTimeMilliseconds()}", $$"""{"pulse": {{pulse.GetRawText()}} }""");
        _beacon.Answer($"/beacon/2.0/certificate/{id}", vector.GetProperty("certificate_pem").GetString()!);
        ToolRun.At(at - Duration.FromHours(1), "draw", "lock", _draw.Plan, "--out", _draw.Folder, "--nist-at", "2018-08-30T17:44:00Z", "--nist-chain", "1", "--certificate-id", id).Succeeded();

        Fetch(at).Succeeded();

        Assert.Contains("signature checked", _draw.Verify().Succeeded(), StringComparison.Ordinal);
    }

    private static string DrandJson() => JsonDocument.Parse(File.ReadAllText(SharedFiles.Beside("Vectors/drand-beacons.json"))).RootElement
        .GetProperty("cases").EnumerateArray().Single(beacon => beacon.GetProperty("round").GetInt64() == Round).GetRawText();

    private ToolRun Fetch(Instant now) => ToolRun.At(now, "draw", "hold", _draw.Folder, "--fetch", "--from", $"{_beacon.Address}");
}
