using System.Globalization;
using System.Text.Json;

namespace CampaignKit.Draws.Tests;

/// <summary>Rivest's consistent sampler: the examples of its documentation, a sample of Arlo's, and what must hold of any pool.</summary>
public sealed class ConsistentSamplerTests
{
    public static TheoryData<string, int> Fractions => MethodVectors.Places("consistent-sampler-fractions.json");

    public static TheoryData<string, int> Samples => MethodVectors.Places("consistent-sampler-samples.json");

    [Theory]
    [MemberData(nameof(Fractions))]
    public void TicketFraction_OfPublishedExample_IsThatText(string file, int place)
    {
        var vector = MethodVectors.Read(file)[place];

        var found = vector.Text("fn") switch
        {
            "sha256_hex" => Digest.Of(vector.Text("input")).ToString(),
            "sha256_uniform" => TicketFraction.Uniform(vector.Text("input")).ToString(),
            "first_fraction" => TicketFraction.First(vector.Text("seed"), vector.Text("id")).ToString(),
            "next_fraction" => TicketFraction.Parse(vector.Text("input")).Next().ToString(),
            "trim" => TicketFraction.Parse(vector.Text("input")).Trim(vector.Number("digits")),
            var other => throw new InvalidOperationException(other),
        };

        Assert.Equal(vector.Text("expect"), found);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Pick_OfPublishedSample_IsThatSample(string file, int place)
    {
        var vector = MethodVectors.Read(file)[place];
        var pool = Pool.Of(Ids(vector));

        var sample = ConsistentSampler.Pick(
            pool, vector.Text("seed"), vector.Number("take", otherwise: pool.Size), vector.Number("drop"), vector.GetProperty("with_replacement").GetBoolean());

        if (vector.Has("threshold"))
            sample = [.. sample.TakeWhile(entry => entry.Ticket < TicketFraction.Parse(vector.Text("threshold")))];
        if (vector.Has("expect"))
            Assert.Equal(Expected(vector), sample.Select(entry => (entry.Ticket.Trim(), entry.Id, entry.Generation)));
        else
            Assert.Equal(vector.Items("expect_ids").Select(id => id.GetString()), sample.Select(entry => entry.Id));
    }

    [Fact]
    public void Pick_OfArlosBallots_IsItsSample()
    {
        var vector = MethodVectors.Read("arlo-draw-sample.json")[0];
        var ballots = vector.GetProperty("manifest").EnumerateObject().SelectMany(batch =>
            Enumerable.Range(batch.Value[0].GetInt32(), batch.Value[1].GetInt32()).Select(ballot => string.Create(CultureInfo.InvariantCulture, $"('{batch.Name}', {ballot})")));

        var sample = ConsistentSampler.Pick(Pool.Of(ballots), vector.Text("seed"), vector.Number("take"), withReplacement: vector.GetProperty("with_replacement").GetBoolean());

        Assert.Equal(Expected(vector), sample.Select(entry => (entry.Ticket.Trim(vector.Number("digits")), entry.Id, entry.Generation)));
    }

    [Property]
    public void Pick_AnyPool_EqualsTheWrittenRule(int[] numbers, string seed, byte take, bool withReplacement)
    {
        var ids = Ids(numbers);

        var sample = ConsistentSampler.Pick(Pool.Of(ids), Seed(seed), take + 1, withReplacement: withReplacement);

        var basket = ids.Select(id => (Ticket: TicketFraction.First(Seed(seed), id).ToString(), Id: id, Generation: 1)).ToList();
        var expected = new List<(string, string, int)>();
        while (expected.Count <= take && basket.Count > 0)
        {
            var least = basket.MinBy(ticket => ticket.Ticket, StringComparer.Ordinal);
            expected.Add(least);
            basket.Remove(least);
            if (withReplacement)
                basket.Add((TicketFraction.Parse(least.Ticket).Next().ToString(), least.Id, least.Generation + 1));
        }

        Assert.Equal(expected, sample.Select(entry => (entry.Ticket.ToString(), entry.Id, entry.Generation)));
    }

    [Property]
    public void Pick_OfPermutedPool_IsTheSame(int[] numbers, string seed, byte take, bool withReplacement)
    {
        var ids = Ids(numbers);

        Assert.Equal(
            ConsistentSampler.Pick(Pool.Of(ids), Seed(seed), take + 1, withReplacement: withReplacement),
            ConsistentSampler.Pick(Pool.Of(Enumerable.Reverse(ids)), Seed(seed), take + 1, withReplacement: withReplacement));
    }

    [Property]
    public void Pick_DropAndTake_TilesTheSample(int[] numbers, string seed, byte drop, byte take, bool withReplacement)
    {
        var pool = Pool.Of(Ids(numbers));

        var whole = ConsistentSampler.Pick(pool, Seed(seed), drop + take + 2, withReplacement: withReplacement);
        var first = ConsistentSampler.Pick(pool, Seed(seed), drop + 1, withReplacement: withReplacement);
        var second = ConsistentSampler.Pick(pool, Seed(seed), take + 1, drop + 1, withReplacement);

        Assert.Equal(whole, first.Concat(second));
    }

    [Property]
    public void Pick_OfAPart_IsThatPartOfTheSample(int[] numbers, string seed, bool withReplacement)
    {
        var ids = Ids(numbers);
        var part = ids.Where((_, place) => place % 2 == 0).ToHashSet();

        var ofAll = ConsistentSampler.Pick(Pool.Of(ids), Seed(seed), 60, withReplacement: withReplacement).Where(entry => part.Contains(entry.Id)).ToList();
        var ofPart = ConsistentSampler.Pick(Pool.Of(part), Seed(seed), 60, withReplacement: withReplacement);

        Assert.Equal(ofAll, ofPart.Take(ofAll.Count));
    }

    [Property]
    public void Next_AnyFraction_IsGreaterAndBelowOne(uint digits, byte nines)
    {
        var ticket = TicketFraction.Parse($"0.{new string('9', nines % 40)}{digits}");

        var next = ticket.Next();

        Assert.True(next > ticket && next >= ticket && !(next < ticket) && !(next <= ticket));
        Assert.True(next < TicketFraction.Parse($"0.{new string('9', 200)}"));
    }

    [Fact]
    public void Trim_MoreDigitsThanThereAre_IsTheWholeText()
    {
        var ticket = TicketFraction.Parse("0.9991");

        Assert.Equal("0.9991", ticket.Trim(int.MaxValue));
        Assert.Equal("0.999", ticket.Trim(0));
        Assert.Equal("0.999", TicketFraction.Parse("0.999").Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.")]
    [InlineData("1.5")]
    [InlineData("0.5x")]
    [InlineData(".5")]
    public void Parse_NoFraction_IsRefused(string text) => Assert.Throws<FormatException>(() => TicketFraction.Parse(text));

    [Fact]
    public void Pick_Misused_IsRefused()
    {
        var pool = Pool.Of(["a"]);

        Assert.Throws<ArgumentException>(() => ConsistentSampler.Pick(Pool.OfWeights([("a", 1)]), "1", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConsistentSampler.Pick(pool, "1", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConsistentSampler.Pick(pool, "1", 1, drop: -1));
        Assert.Throws<ArgumentNullException>(() => ConsistentSampler.Pick(pool, null!, 1));
    }

    [Fact]
    public void Pick_EmptyPool_IsEmpty() => Assert.Empty(ConsistentSampler.Pick(Pool.Of([]), "1", 5, withReplacement: true));

    [Fact]
    public void Pick_LargePool_EqualsSortingAllTickets()
    {
        var ids = Enumerable.Range(0, 20_000).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();

        var sample = ConsistentSampler.Pick(Pool.Of(ids), "41", ids.Count);

        Assert.Equal(ids.OrderBy(id => TicketFraction.First("41", id)), sample.Select(entry => entry.Id));
    }

    [Fact]
    public void Pick_SeedAsOtherText_IsAnotherSample()
    {
        var pool = Pool.Of(Enumerable.Range(0, 100).Select(number => number.ToString(CultureInfo.InvariantCulture)));

        Assert.NotEqual(ConsistentSampler.Pick(pool, "41", 5), ConsistentSampler.Pick(pool, "041", 5));
    }

    private static IEnumerable<(string, string, int)> Expected(JsonElement vector) =>
        vector.Items("expect").Select(row => (row[0].GetString()!, row[1].GetString()!, row[2].GetInt32()));

    private static IEnumerable<string> Ids(JsonElement vector)
    {
        if (!vector.TryGetProperty("ids_pattern", out var pattern))
            return vector.Items("ids").Select(id => id.GetString()!);
        return Enumerable.Range(pattern[1].GetInt32(), pattern[2].GetInt32() - pattern[1].GetInt32())
            .Select(number => pattern[0].GetString()!.Replace("{}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private static List<string> Ids(int[] numbers) => [.. numbers.Distinct().Select(number => $"('batch', {number})")];

    // FsCheck's strings may hold halves of surrogate pairs and may be null; a seed is a text.
    private static string Seed(string? generated) => string.Concat((generated ?? string.Empty).Select(unit => char.IsSurrogate(unit) ? '?' : unit));
}
