using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws.Tests;

public sealed class PseudonymsTests
{
    private static readonly DrawName Name = DrawName.Parse("长宁/lucky/2021-W13");

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Of_Id_IsByTheFormula()
    {
        var salt = Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes("长宁/lucky/2021-W13\np-张")));
        var pseudonyms = Pseudonyms.For(Name, Key);

        Assert.Equal(salt, pseudonyms.SaltOf("p-张").ToString());
        Assert.Equal(Digest.Of($"{salt}:p-张").ToString(), pseudonyms.Of("p-张"));
        Assert.Equal(pseudonyms.Of("p-张"), Pseudonyms.Recompute(pseudonyms.SaltOf("p-张"), "p-张"));
    }

    [Fact]
    public void Of_OtherKeyOrDraw_IsAnother()
    {
        var pseudonym = Pseudonyms.For(Name, Key).Of("a");

        Assert.NotEqual(pseudonym, Pseudonyms.For(DrawName.Parse("长宁/lucky/2021-W14"), Key).Of("a"));
        Assert.NotEqual(pseudonym, Pseudonyms.For(Name, [.. Key.Reverse()]).Of("a"));
    }

    [Fact]
    public void Of_Pool_KeepsKindValuesAndWhoHoldsWhat()
    {
        var pseudonyms = Pseudonyms.For(Name, Key);
        var pool = Pool.OfWeights([("m1", 3), ("m2", 0), ("m3", 9)]).HeldBy([new("m1", "p-1"), new("m2", "p-2"), new("m3", "p-1")]);

        var named = pseudonyms.Of(pool);

        Assert.Equal((PoolKind.Weights, 3), (named.Kind, named.Size));
        foreach (var (id, weight, person) in new[] { ("m1", 3, "p-1"), ("m2", 0, "p-2"), ("m3", 9, "p-1") })
        {
            var entry = named.Lines.IndexOf(Encoding.UTF8.GetBytes(pseudonyms.Of(id)));
            Assert.Equal((weight, pseudonyms.Of(person)), (named.ValueAt(entry), named.Holders!.NameOf(entry)));
        }
    }

    [Fact]
    public void Of_PoolsOfADraw_AreDrawnAndVerifiedAsAnyOther()
    {
        var pseudonyms = Pseudonyms.For(Name, Key);
        var result = Draw.Plan(Name)
            .TopBy("rank", pseudonyms.Of(Changning.Scores), 20, TiePolicy.Ticket)
            .Random("messages", pseudonyms.Of(Changning.HeldMessages()), 20, 10)
            .NumberEndsWith("number", pseudonyms.Of(Changning.Numbers), "1921")
            .OnePrizePerPerson()
            .Lock(Changning.Entropy).Hold(Changning.Reveal);

        Assert.True(DrawVerifier.Verify(result.Transcript).IsValid);
        Assert.Contains(result["rank"].Winners, winner => winner.Id == pseudonyms.Of("00001"));
    }

    [Fact]
    public void For_ShortKey_IsRefused() => Assert.Throws<ArgumentException>(() => Pseudonyms.For(Name, Key.AsSpan(1)));

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public void Of_MalformedId_IsRefused(string id)
    {
        Assert.Throws<ArgumentException>(() => Pseudonyms.For(Name, Key).Of(id));
        Assert.Throws<ArgumentException>(() => Pseudonyms.For(Name, Key).SaltOf(id));
        Assert.Throws<ArgumentException>(() => Pseudonyms.Recompute(default, id));
    }

    [Fact]
    public void Of_HalfASurrogatePair_IsRefused() => Assert.Throws<ArgumentException>(() => Pseudonyms.For(Name, Key).Of("a\ud800"));
}
