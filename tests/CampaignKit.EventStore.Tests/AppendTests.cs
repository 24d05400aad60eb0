using System.Security.Cryptography;

namespace CampaignKit.EventStore.Tests;

public sealed class AppendTests
{
    private static readonly NewEvent Noted = new("noted", "1"u8.ToArray());

    [Fact]
    public void AppendId_OfText_IsTheStartOfItsSha256()
    {
        var id = AppendId.Of("abc");

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223", id.ToString());
        var bytes = new byte[AppendId.Size];
        id.CopyTo(bytes);
        Assert.Equal(SHA256.HashData("abc"u8)[..16], bytes);
        Assert.Equal(id, AppendId.FromBytes(bytes));
    }

    [Fact]
    public void AppendId_NotSixteenBytes_Throws() => Assert.Throws<ArgumentException>("bytes", () => AppendId.FromBytes(new byte[15]));

    [Fact]
    public void Append_DefaultId_Throws() => Assert.Throws<ArgumentException>("id", () => new Append(default, "ann", ExpectedVersion.Any, Noted));

    [Fact]
    public void Append_NoStreams_Throws() => Assert.Throws<ArgumentException>("streams", () => new Append(AppendId.Of("1"), []));

    [Fact]
    public void Append_StreamTwice_ThrowsNamingIt()
    {
        var part = new StreamAppend("ann", ExpectedVersion.Any, Noted);

        Assert.Contains("'ann' comes 2 times", Assert.Throws<ArgumentException>("streams", () => new Append(AppendId.Of("1"), [part, part])).Message);
    }

    [Fact]
    public void Append_TooManyEvents_Throws()
    {
        var many = Enumerable.Repeat(Noted, EventStoreLimits.EventsPerAppend + 1).ToArray();

        Assert.Equal(EventStoreLimits.EventsPerAppend, new Append(AppendId.Of("1"), "ann", ExpectedVersion.Any, many[1..]).EventCount);
        Assert.Throws<ArgumentException>("streams", () => new Append(AppendId.Of("1"), "ann", ExpectedVersion.Any, many));
    }

    [Fact]
    public void StreamAppend_NoEvents_Throws() => Assert.Throws<ArgumentException>("events", () => new StreamAppend("ann", ExpectedVersion.Any));

    [Fact]
    public void StreamAppend_DefaultEvent_Throws() => Assert.Throws<ArgumentException>("events", () => new StreamAppend("ann", ExpectedVersion.Any, default(NewEvent)));

    [Fact]
    public void StreamAppend_CallersListChanges_KeepsItsOwn()
    {
        var events = new List<NewEvent> { Noted };
        var part = new StreamAppend("ann", ExpectedVersion.Any, events);
        events.Clear();

        Assert.Single(part.Events);
    }

    [Theory]
    [InlineData("n", 257)]
    [InlineData("绣", 86)]
    public void Names_TooManyBytes_ThrowNamingTheLimit(string letter, int times)
    {
        var name = string.Concat(Enumerable.Repeat(letter, times));

        Assert.Contains("256", Assert.Throws<ArgumentException>("stream", () => new StreamAppend(name, ExpectedVersion.Any, Noted)).Message);
        Assert.Contains("256", Assert.Throws<ArgumentException>("type", () => new NewEvent(name, default)).Message);
    }

    [Fact]
    public void Names_HalfASurrogatePair_Throw()
    {
        var name = "half " + (char)0xD83E;

        Assert.Contains("index 5", Assert.Throws<ArgumentException>("stream", () => new StreamAppend(name, ExpectedVersion.Any, Noted)).Message);
        Assert.Throws<ArgumentException>("text", () => AppendId.Of(name));
    }

    [Fact]
    public void Names_Null_Throw()
    {
        Assert.Throws<ArgumentNullException>("stream", () => new StreamAppend(null!, ExpectedVersion.Any, Noted));
        Assert.Throws<ArgumentNullException>("type", () => new NewEvent(null!, default));
    }

    [Fact]
    public void NewEvent_TooLarge_Throws() => Assert.Throws<ArgumentException>("data", () => new NewEvent("noted", new byte[EventStoreLimits.DataBytes + 1]));

    [Theory]
    [InlineData(0, "none")]
    [InlineData(3, "3")]
    public void ExpectedVersion_AtVersion_AcceptsItAlone(long version, string text)
    {
        var expected = ExpectedVersion.At(version);

        Assert.True(expected.Accepts(version));
        Assert.False(expected.Accepts(version + 1));
        Assert.False(expected.IsAny);
        Assert.Equal(text, expected.ToString());
    }

    [Fact]
    public void ExpectedVersion_AnyAndNone_SayWhatTheyMean()
    {
        Assert.Equal(default, ExpectedVersion.Any);
        Assert.True(ExpectedVersion.Any.Accepts(0) && ExpectedVersion.Any.Accepts(5));
        Assert.Equal(ExpectedVersion.At(0), ExpectedVersion.None);
        Assert.Equal("any", ExpectedVersion.Any.ToString());
        Assert.Throws<ArgumentOutOfRangeException>("version", () => ExpectedVersion.At(-1));
    }

    [Fact]
    public void Digest_OfAKnownAppend_NeverChanges()
    {
        var append = new Append(AppendId.Of("1"), [new StreamAppend("ann", ExpectedVersion.At(4), Noted), new StreamAppend("绣", ExpectedVersion.Any, new NewEvent("closed", default))]);

        Assert.Equal("6323c77501d6e7b53067efbc2cb6d1ed", Convert.ToHexStringLower(append.DigestFor("changning")));
    }
}
