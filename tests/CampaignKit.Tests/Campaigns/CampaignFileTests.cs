using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace CampaignKit.Tests;

public sealed class CampaignFileTests
{
    [Fact]
    public void Load_TheQuickstartFile_GivesTheCampaign()
    {
        var campaign = CampaignFile.Load(Changning.Path);

        Assert.Equal("changning", campaign.Id);
        Assert.Equal("Asia/Shanghai", campaign.Calendar.Zone.Id);
        Assert.Equal(Instant.FromUtc(2021, 3, 24, 16, 0), campaign.Opens);
        Assert.Equal(Instant.FromUtc(2021, 7, 1, 16, 0), campaign.Closes);
        Assert.Equal(6, campaign.Teams.Count);
        Assert.Equal(["stitch", "museum", "embroidery", "quiz", "song", "dubbing", "message"], campaign.Tasks.Keys);
        Assert.Equal(new QuizRule(60), campaign.Tasks["quiz"].Evidence);
        Assert.Equal(new Award("piece", 1, "quiz", AwardTo.Team), Assert.Single(campaign.Tasks["quiz"].Awards));
        Assert.Equal(Duration.FromHours(2), campaign.Draws["lucky"].FreezeAfter);
        Assert.Equal("00007", campaign.FormatNumber(7));
    }

    [Fact]
    public void Load_TheQuickstartFile_EqualsTheDefinitionInCode()
    {
        var file = CampaignFile.Load(Changning.Path);
        var code = Changning.InCode().Build();

        Assert.Equal(Portrait.Of(code), Portrait.Of(file));
        Assert.Equal(code.Digest, file.Digest);
    }

    [Fact]
    public void Load_AMissingFile_ThrowsWhatTheFileSystemSays()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "none.campaign.json");

        Assert.Throws<FileNotFoundException>(() => CampaignFile.Load(path));
        Assert.Throws<FileNotFoundException>(() => CampaignFile.TryLoad(path, out _, out _));
    }

    [Fact]
    public void TryLoad_TheQuickstartFile_HasNoProblems()
    {
        Assert.True(CampaignFile.TryLoad(Changning.Path, out var campaign, out var problems));
        Assert.NotNull(campaign);
        Assert.Empty(problems);
    }

    [Fact]
    public void Read_AStreamWithAByteOrderMark_GivesTheSame()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. File.ReadAllBytes(Changning.Path)]);

        Assert.Equal(CampaignFile.Load(Changning.Path).Digest, CampaignFile.Read(stream, "changning").Digest);
    }

    [Fact]
    public void Read_ABrokenDefinition_ThrowsWithNameAndAllProblems()
    {
        var json = Changning.With(("zone", "\"Asia/Shangai\""), ("goals.picture.reaches", "25")).ToJsonString();

        var thrown = Assert.Throws<CampaignDefinitionException>(() => CampaignFile.Read(json, "changning.campaign.json"));

        Assert.Equal(["$.zone", "$.goals.picture.reaches"], thrown.Problems.Select(p => p.Path));
        Assert.Equal(
            """
            changning.campaign.json is not a valid campaign (2 problems):
              $.zone: "Asia/Shangai": must be the id of an IANA time zone, such as Asia/Shanghai (upper and lower case count).
              $.goals.picture.reaches: 25: must be at most 24: tasks award 4 of the slots to each of 6 teams.
            """.ReplaceLineEndings("\n"),
            thrown.Message);
    }

    [Theory]
    [InlineData("{\n  \"campaign\": \"changning\",\n  \"旗\" 1\n}", "line 3, column 7: ")]
    [InlineData("{\n  \"campaign\": \"changning\"", "line 2, column 26: ")]
    [InlineData("", "line 1, column 1: ")]
    [InlineData("{} {}", "line 1, column 4: ")]
    [InlineData("{\n  \"campaign\": \"\\ud800\"\n}", "line 2, column 15: The text is not valid Unicode.")]
    [InlineData("{\n  \"\\ud800\": 1\n}", "line 2, column 3: The text is not valid Unicode.")]
    public void TryRead_NoJson_NamesLineAndColumn(string text, string where)
    {
        var problem = Assert.Single(Changning.ProblemsOf(text));

        Assert.Equal("$", problem.Path);
        Assert.StartsWith($"is not JSON at {where}", problem.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_LongFileOfAnotherKind_ShowsItsBeginningOnly() =>
        Assert.InRange(Assert.Single(Changning.ProblemsOf(new string('n', 5000))).Rule.Length, 80, 250);

    [Fact]
    public void Read_BytesThatAreNoUtf8_NamesLineAndColumn()
    {
        using var stream = new MemoryStream([.. "{ \"campaign\": \""u8, 0xFF, .. "\" }"u8]);

        var thrown = Assert.Throws<CampaignDefinitionException>(() => CampaignFile.Read(stream));

        Assert.StartsWith("is not JSON at line 1, column 15: ", Assert.Single(thrown.Problems).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AMinimalCampaign_WritesDefaultsToo()
    {
        var campaign = CampaignFile.Read("""
            { "campaign": "tiny", "version": 2, "zone": "Etc/GMT+8", "from": "2021-03-25", "to": "2021-03-25",
              "units": { "point": {} },
              "tasks": { "visit": { "every": "week from saturday 10:00", "award": { "point": 2 } } },
              "goals": { "many": { "sum": "point", "reaches": 10 } },
              "draws": { "best": { "every": "month", "rules": [ { "id": "all", "randomOf": "participants", "take": 1 } ] } } }
            """);

        Assert.Equal(
            """
            {
              "campaign": "tiny",
              "version": 2,
              "zone": "Etc/GMT+8",
              "dayStart": "00:00",
              "from": "2021-03-25",
              "to": "2021-03-25",
              "numberDigits": 5,
              "units": {
                "point": {}
              },
              "tasks": {
                "visit": {
                  "every": "week from saturday 10:00",
                  "award": {
                    "point": 2
                  }
                }
              },
              "goals": {
                "many": {
                  "sum": "point",
                  "reaches": 10,
                  "latched": false
                }
              },
              "draws": {
                "best": {
                  "every": "month",
                  "freezeAfter": "PT0S",
                  "overlap": "one prize, in rule order",
                  "rules": [
                    {
                      "id": "all",
                      "randomOf": "participants",
                      "take": 1,
                      "alternates": 0
                    }
                  ]
                }
              }
            }

            """.ReplaceLineEndings("\n"),
            CampaignFile.Write(campaign));
    }

    [Fact]
    public void Digest_OfAKnownDefinition_IsThatOfItsCanonicalJson()
    {
        const string Canonical = """{"campaign":"tiny","dayStart":"00:00","from":"2021-03-25","numberDigits":5,"to":"2021-03-26","units":{"a":{"slots":["y","x"]},"b":{}},"version":1,"zone":"UTC"}""";
        var campaign = Campaign.Define("tiny", 1).In("UTC").From(2021, 3, 25).To(2021, 3, 26).Unit("b").Unit("a", ["y", "x"]).Build();

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical))), campaign.Digest.ToString());
    }

    [Property(Arbitrary = [typeof(Campaigns)])]
    public void Write_AnyCampaign_IsReadBackAsTheSame(Campaign campaign)
    {
        var text = CampaignFile.Write(campaign);
        var again = CampaignFile.Read(text);

        Assert.Equal(Portrait.Of(campaign), Portrait.Of(again));
        Assert.Equal(text, CampaignFile.Write(again));
        Assert.Equal(campaign.Digest, again.Digest);
    }

    [Property(Arbitrary = [typeof(Campaigns)])]
    public void Digest_OfOneVersionAndTheNext_Differs(Campaign campaign)
    {
        var next = CampaignFile.Write(campaign).Replace($"\"version\": {campaign.Version},", $"\"version\": {campaign.Version + 1},", StringComparison.Ordinal);

        Assert.NotEqual(campaign.Digest, CampaignFile.Read(next).Digest);
    }
}
