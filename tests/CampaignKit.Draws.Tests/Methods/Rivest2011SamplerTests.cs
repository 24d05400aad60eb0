using System.Globalization;

namespace CampaignKit.Draws.Tests;

/// <summary>Rivest's sampler of 2011: published samples, one of them of Colorado's audits, and what must hold of any range.</summary>
public sealed class Rivest2011SamplerTests
{
    public static TheoryData<string, int> Published => MethodVectors.Places("rivest2011-sampler.json", "colorado-rla.json");

    [Theory]
    [MemberData(nameof(Published))]
    public void Pick_OfPublishedSample_IsThatSample(string file, int place)
    {
        var vector = MethodVectors.Read(file)[place];

        var sample = Rivest2011Sampler.Pick(
            vector.Text("seed"), vector.Number("a"), vector.Number("b"), vector.Number("n"), vector.GetProperty("with_replacement").GetBoolean());

        Assert.Equal(vector.Items("expect").Select(number => number.GetInt64()), sample);
    }

    [Property]
    public void Pick_WithoutReplacement_PassesOverWhatWasDrawn(int salt, byte size, byte take)
    {
        var seed = salt.ToString(CultureInfo.InvariantCulture);
        var count = Math.Min(take + 1, size + 1);

        var without = Rivest2011Sampler.Pick(seed, 5, 5 + size, count);

        Assert.Equal(Rivest2011Sampler.Pick(seed, 5, 5 + size, 6_000, withReplacement: true).Distinct().Take(count), without);
    }

    [Property]
    public void Pick_OneMore_ContinuesTheList(int salt, byte take, bool withReplacement)
    {
        var seed = salt.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(
            Rivest2011Sampler.Pick(seed, -300, 300, take + 1, withReplacement),
            Rivest2011Sampler.Pick(seed, -300, 300, take + 2, withReplacement).SkipLast(1));
    }

    [Fact]
    public void Pick_WidestRange_DoesNotOverflow() =>
        Assert.Equal(3, Rivest2011Sampler.Pick("1", long.MinValue, long.MaxValue, 3).Distinct().Count());

    [Fact]
    public void Pick_Misused_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rivest2011Sampler.Pick("1", 2, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rivest2011Sampler.Pick("1", 1, 10, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rivest2011Sampler.Pick("1", 1, 10, 0, withReplacement: true));
        Assert.Equal(11, Rivest2011Sampler.Pick("1", 1, 10, 11, withReplacement: true).Count);
    }

    [Fact]
    public void TryParse_NamesOfMethods_FindsEachAndNoOther()
    {
        Assert.All(DrawMethod.All, method => Assert.True(DrawMethod.TryParse(method.Name, out var found) && found == method));
        Assert.Equal(["ticket-v1", "rfc3797", "consistent-sampler", "fair-pick", "rivest-2011"], DrawMethod.All.Select(method => method.ToString()));
        Assert.False(DrawMethod.TryParse("RFC3797", out _));
        Assert.False(DrawMethod.TryParse(null, out _));
    }
}
