using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws.Tests;

/// <summary>The selection of RFC 3797: its worked example, a nominations committee of the IETF, and what must hold of any pool.</summary>
public sealed class Rfc3797Tests
{
    private static readonly string[] Example = ["9319", "2,5,12,8,10", "9 18 26 34 41 45"];

    public static TheoryData<string, int> Published => MethodVectors.Places("rfc3797-worked-example.json", "rfc3797-nomcom2012.json");

    [Theory]
    [MemberData(nameof(Published))]
    public void Pick_OfPublishedSelection_GivesEachStep(string file, int place)
    {
        var vector = MethodVectors.Read(file)[place];
        var steps = vector.Items("picks").ToList();
        var sources = vector.Items("sources").Select(source => string.Join(',', source.EnumerateArray()));

        var outcome = Rfc3797.Pick(sources, vector.Number("pool"), steps.Count);

        Assert.Equal(vector.Text("key"), outcome.Key);
        Assert.Equal(vector.Number("pool"), outcome.PoolSize);
        Assert.Equal(steps.Select(step => new Rfc3797Pick(step.Text("md5"), step.Number("div"), step.Number("selected"))), outcome.Picks);
    }

    [Theory]
    [InlineData("9319", "9319./")]
    [InlineData("0009319", "9319./")]
    [InlineData("0", "0./")]
    [InlineData("000", "0./")]
    [InlineData("10,9,100", "9.10.100./")]
    [InlineData("3 1,  3\t2", "1.2.3.3./")]
    [InlineData("1013.250", "1013.25/")]
    [InlineData("12.00", "12./")]
    [InlineData("00.5", "0.5/")]
    [InlineData("2.25, 2.3, 10.1, 2", "2.2.252.310.1/")]
    [InlineData("4294967296,2147483648", "2147483648.4294967296./")]
    [InlineData("18446744073709551616,9223372036854775808", "9223372036854775808.18446744073709551616./")]
    public void KeyOf_AnyNumbers_WritesThemAsTheRfcSays(string source, string key) => Assert.Equal(key, Rfc3797.KeyOf([source]));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1,,2")]
    [InlineData("1,")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.2.3")]
    [InlineData("1/2")]
    [InlineData("٣")]
    [InlineData("1\n2")]
    public void KeyOf_NoNumber_IsRefusedByPlaceAndValue(string source)
    {
        var refused = Assert.Throws<FormatException>(() => Rfc3797.KeyOf(["7", source]));

        Assert.StartsWith($"source 2 '{source}': ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyOf_SeveralBadSources_NamesThemAll()
    {
        var refused = Assert.Throws<FormatException>(() => Rfc3797.KeyOf(["x", "1", "2,"]));

        Assert.Contains("source 1 'x'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("source 3 '2,'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("source 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pick_NumbersOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Rfc3797.Pick([], 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rfc3797.Pick(Example, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rfc3797.Pick(Example, 10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rfc3797.Pick(Example, 10, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rfc3797.Pick(Example, 1_000_000, Rfc3797.MaxTake + 1));
    }

    [Property]
    public void Pick_AnyPool_EqualsStrikingFromAList(ushort size, byte take, uint number)
    {
        var places = Enumerable.Range(1, (size % 500) + 1).Select(place => (long)place).ToList();
        string[] sources = [number.ToString(CultureInfo.InvariantCulture)];

        var picks = Rfc3797.Pick(sources, places.Count, Math.Min(take + 1, places.Count)).Picks;

        for (ushort i = 0; i < picks.Count; i++)
        {
            byte[] counter = [(byte)(i >> 8), (byte)i];
#pragma warning disable CA5351 // The RFC names MD5.
            var hash = MD5.HashData([.. counter, .. Encoding.ASCII.GetBytes($"{number}./"), .. counter]);
#pragma warning restore CA5351
            var index = (int)(new BigInteger(hash, isUnsigned: true, isBigEndian: true) % places.Count);
            Assert.Equal(new Rfc3797Pick(Convert.ToHexString(hash), places.Count, places[index]), picks[i]);
            places.RemoveAt(index);
        }
    }

    [Property]
    public void Pick_OneMore_ContinuesTheList(ushort size, byte take, uint number)
    {
        string[] sources = [number.ToString(CultureInfo.InvariantCulture)];
        var poolSize = take + size + 2L;

        var one = Rfc3797.Pick(sources, poolSize, take + 1).Picks;
        var more = Rfc3797.Pick(sources, poolSize, take + 2).Picks;

        Assert.Equal(one, more.SkipLast(1));
    }

    [Property]
    public void KeyOf_NumbersOfASourceInAnotherOrder_IsTheSame(uint[] numbers)
    {
        string[] given = [string.Join(',', numbers.Append(1u))];

        Assert.Equal(Rfc3797.KeyOf(given), Rfc3797.KeyOf([string.Join(' ', numbers.Append(1u).Reverse())]));
    }

    [Fact]
    public void KeyOf_SourcesInAnotherOrder_IsAnother() =>
        Assert.NotEqual(Rfc3797.KeyOf(Example), Rfc3797.KeyOf(Example.Reverse()));

    [Theory]
    [InlineData(65_536L)]
    [InlineData(100_000L)]
    [InlineData(5_000_000_000L)]
    [InlineData(long.MaxValue)]
    public void Pick_PoolBeyondSixteenBits_DividesTheWholeHash(long poolSize)
    {
        var picks = Rfc3797.Pick(Example, poolSize, 3).Picks;

        var first = BigInteger.Parse($"0{picks[0].Md5}", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.Equal((long)(first % poolSize) + 1, picks[0].Selected);
        Assert.Equal([poolSize, poolSize - 1, poolSize - 2], picks.Select(pick => pick.Remaining));
    }

    [Fact]
    public void Pick_AllOfTheMost_PicksEachPlaceOnce()
    {
        var picks = Rfc3797.Pick(Example, Rfc3797.MaxTake, Rfc3797.MaxTake).Picks;

        Assert.Equal(Enumerable.Range(1, Rfc3797.MaxTake).Select(place => (long)place), picks.Select(pick => pick.Selected).Order());
    }
}
