using System.Text;
using System.Text.RegularExpressions;

namespace CampaignKit.Draws.Tests;

public sealed class InclusionProofsTests
{
    private static readonly Transcript Held = ClaimableDraw.Held(OverlapPolicy.OnePrizePerPerson).Transcript;

    private static readonly Transcript Proved = Held.WithProofs(Held.Pools).WithoutPools();

    [Fact]
    public void WithProofs_EveryEntryNamed_IsProvedOnceInByteOrder()
    {
        foreach (var rule in Held.Rules)
        {
            var named = rule.Winners.Concat(rule.Alternates).Concat(rule.Skipped.Select(skipped => skipped.Entry)).Select(entry => entry.Id);
            Assert.Equal(named.Order(StringComparer.Ordinal), Proved.Proofs[rule.RuleId].Select(line => line.Id));
        }

        Assert.Equal(Proved.ToJson(), Transcript.Parse(Proved.ToJson()).ToJson());
    }

    [Fact]
    public void Verify_ProofsInPlaceOfPools_SaysSo()
    {
        var check = DrawVerifier.Verify(Proved);

        Assert.Equal(VerificationStatus.PartlyChecked, check.Status);
        Assert.All(check.Pools.Values, evidence => Assert.Equal(PoolEvidence.Proofs, evidence));
        Assert.Contains("its entries were proved", check.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ProofsOfSomeRules_GradesEach()
    {
        var pools = Held.Pools.Where(pool => pool.Key != "rank").ToDictionary();
        var check = DrawVerifier.Verify(Held.WithProofs(pools).WithoutPools(), new Dictionary<string, Pool> { ["number"] = Held.Pools["number"] });

        Assert.Equal((PoolEvidence.DigestOnly, PoolEvidence.Proofs, PoolEvidence.Data), (check.Pools["rank"], check.Pools["lucky"], check.Pools["number"]));
        Assert.True(DrawVerifier.Verify(Held.WithProofs(pools)).IsValid);
    }

    [Fact]
    public void WithProofs_OtherPools_AreRefused()
    {
        Assert.Throws<PoolMismatchException>(() => Held.WithProofs(new Dictionary<string, Pool> { ["lucky"] = Pool.Of(["a"]) }));
        Assert.Throws<ArgumentException>(() => Held.WithProofs(new Dictionary<string, Pool> { ["unlucky"] = Pool.Of(["a"]) }));
    }

    [Fact]
    public void Verify_WinnerWhoWasNotInThePool_IsNamed()
    {
        // A ticket can be computed for anyone, and some stranger's is small enough; that the entry was locked is what only a proof can show.
        var (winner, json) = (Held["lucky"].Winners[0], Proved.ToJson());
        var stranger = Enumerable.Range(0, 100_000).Select(i => $"stranger {i}").First(id => Held["lucky"].Seed.TicketOf(id) < winner.Ticket!.Value);
        var forged = json.Replace($"\"{winner.Id}\"", $"\"{stranger}\"", StringComparison.Ordinal)
            .Replace(winner.Ticket.ToString()!, Held["lucky"].Seed.TicketOf(stranger).ToString(), StringComparison.Ordinal);
        forged = Transcript.Parse(forged).ToJson();

        Assert.Equal(VerificationStatus.PartlyChecked, Verify(WithoutProofs(forged)).Status);
        var difference = Verify(forged).FirstDifference!;

        Assert.Equal(VerificationStatus.Invalid, Verify(forged).Status);
        Assert.StartsWith("$.proofs[1].lines[", difference.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(\"index\": )1,", "${1}2,", ".index|.path")]
    [InlineData("(\"path\": \\[\n *\")[0-9a-f]{8}", "${1}01234567", ".path")]
    [InlineData("(\"path\": \\[\n *\"[^\"]*\"),", "$1,\n\"0000000000000000000000000000000000000000000000000000000000000000\",", ".path")]
    [InlineData("(\"rule\": )\"rank\"", "$1\"lucky\"", ".rule|.line|")]
    [InlineData("(\"line\": \")p", "${1}q", ".line")]
    public void Verify_ProofChanged_NamesThePath(string from, string to, string fields)
    {
        var (json, start) = (Proved.ToJson(), Proved.ToJson().IndexOf("\"proofs\"", StringComparison.Ordinal));
        var changed = json[..start] + new Regex(from).Replace(json[start..], to, 1);
        Assert.NotEqual(json, changed);

        var path = Verify(changed).FirstDifference?.Path;

        Assert.StartsWith("$.proofs[", path, StringComparison.Ordinal);
        Assert.Contains(fields.Split('|'), field => path!.EndsWith(field, StringComparison.Ordinal));
    }

    private static string WithoutProofs(string json)
    {
        var start = json.IndexOf(",\n  \"proofs\"", StringComparison.Ordinal);
        return json[..start] + "\n}\n";
    }

    private static Verification Verify(string json) => DrawVerifier.Verify(Encoding.UTF8.GetBytes(json), new VerificationOptions(), folder: null);
}
