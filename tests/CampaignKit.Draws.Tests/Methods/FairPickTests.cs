using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace CampaignKit.Draws.Tests;

/// <summary>The selection of wallop: its frozen vectors, and what must hold of any pool.</summary>
public sealed class FairPickTests
{
    public static TheoryData<string, int> Published => MethodVectors.Places("wallop-fair-pick.json");

    [Theory]
    [MemberData(nameof(Published))]
    public void Pick_OfPublishedDraw_GivesItsWinners(string file, int place)
    {
        var vector = MethodVectors.Read(file)[place];
        var pool = Pool.OfWeights(vector.Items("entries").Select(entry => (entry.Text("id"), (long)entry.Number("weight"))));

        var winners = FairPick.Pick(pool, Digest.Parse(vector.Text("seed_hex")), vector.Number("winner_count"));

        Assert.Equal(vector.Items("expected_winners").Select((id, at) => new FairPickWinner(at + 1, id.GetString()!)), winners);
    }

    [Fact]
    public void Pick_MoreThanThereAre_GivesAllOnce() =>
        Assert.Equal([new FairPickWinner(1, "solo")], FairPick.Pick(Pool.OfWeights([("solo", 3), ("none", 0)]), Seed(1), 5));

    [Property]
    public void Pick_AnyWeights_EqualsTheWrittenRule(Dictionary<byte, byte> weights, int salt, byte take)
    {
        var pool = Pool.OfWeights(weights.Select(entry => (Id(entry.Key), (long)entry.Value % 20)));

        var winners = FairPick.Pick(pool, Seed(salt), take + 1);

        var tickets = weights.OrderBy(entry => Id(entry.Key), StringComparer.Ordinal).SelectMany(entry => Enumerable.Repeat(Id(entry.Key), entry.Value % 20)).ToArray();
        var counter = 0;
        for (var last = tickets.Length - 1; last > 0; last--)
        {
            byte[] block = [.. Convert.FromHexString(Seed(salt).ToString()), 0, 0, (byte)(counter >> 8), (byte)counter++];
            var other = (int)(Integer(SHA256.HashData(block)) % (last + 1));
            (tickets[last], tickets[other]) = (tickets[other], tickets[last]);
        }

        Assert.Equal(tickets.Distinct().Take(take + 1), winners.Select(winner => winner.Id));
    }

    [Property]
    public void Pick_OfPermutedPool_IsTheSame(Dictionary<byte, byte> weights, int salt, byte take)
    {
        var entries = weights.Select(entry => (Id(entry.Key), (long)entry.Value)).ToList();

        Assert.Equal(
            FairPick.Pick(Pool.OfWeights(entries), Seed(salt), take + 1),
            FairPick.Pick(Pool.OfWeights(Enumerable.Reverse(entries)), Seed(salt), take + 1));
    }

    [Property]
    public void Pick_OneMore_ContinuesTheList(Dictionary<byte, byte> weights, int salt, byte take)
    {
        var pool = Pool.OfWeights(weights.Select(entry => (Id(entry.Key), (long)entry.Value)));

        Assert.Equal(FairPick.Pick(pool, Seed(salt), take + 1), FairPick.Pick(pool, Seed(salt), take + 2).Take(take + 1));
    }

    [Property]
    public void Pick_OfIds_IsThatOfWeightsOfOne(byte[] numbers, int salt)
    {
        var ids = numbers.Distinct().Select(number => Id(number)).ToList();

        Assert.Equal(FairPick.Pick(Pool.OfWeights(ids.Select(id => (id, 1L))), Seed(salt), 5), FairPick.Pick(Pool.Of(ids), Seed(salt), 5));
    }

    [Fact]
    public void Pick_OverManySeeds_KeepsProportions()
    {
        const int draws = 3_000;
        var pool = Pool.OfWeights(Enumerable.Range(0, 5).Select(weight => (Id(weight), (long)weight)));

        var wins = Enumerable.Range(0, draws).Select(draw => FairPick.Pick(pool, Seed(draw), 1)[0].Id).CountBy(id => id).ToDictionary();

        Assert.DoesNotContain(Id(0), wins.Keys);
        Assert.InRange(Enumerable.Range(1, 4).Sum(weight => Math.Pow(wins[Id(weight)] - (draws * weight / 10.0), 2) / (draws * weight / 10.0)), 0, 16.27); // 3 degrees of freedom, 0.1 %
    }

    [Property]
    public void TryReduce_AnyBlock_IsItsRemainder(byte[] bytes, int bound)
    {
        var block = SHA256.HashData(bytes);
        bound = (bound & int.MaxValue) | 1;

        Assert.True(FairPickNumbers.TryReduce(block, bound, out var number));
        Assert.Equal((int)(Integer(block) % bound), number);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1_000_003)]
    [InlineData(int.MaxValue)]
    public void TryReduce_BeyondTheLastMultiple_IsRejected(int bound)
    {
        var limit = BigInteger.Pow(2, 256) / bound * bound;

        Assert.True(FairPickNumbers.TryReduce(Block(limit - 1), bound, out var number));
        Assert.Equal(bound - 1, number);
        Assert.False(FairPickNumbers.TryReduce(Block(limit), bound, out _));
        Assert.False(FairPickNumbers.TryReduce(Block(BigInteger.Pow(2, 256) - 1), bound, out _));
    }

    [Fact]
    public void TryReduce_BoundThatDivides_RejectsNothing()
    {
        Assert.True(FairPickNumbers.TryReduce(Block(BigInteger.Pow(2, 256) - 1), 1 << 20, out var number));
        Assert.Equal((1 << 20) - 1, number);
    }

    [Fact]
    public void Pick_Misused_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => FairPick.Pick(Pool.OfScores([("a", 1)]), Seed(1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FairPick.Pick(Pool.Of(["a"]), Seed(1), 0));
    }

    private static BigInteger Integer(byte[] block) => new(block, isUnsigned: true, isBigEndian: true);

    private static byte[] Block(BigInteger value) => value.ToByteArray(isUnsigned: true, isBigEndian: true);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"e{number}");

    private static Digest Seed(int salt) => Digest.Of(string.Create(CultureInfo.InvariantCulture, $"seed {salt}"));
}
