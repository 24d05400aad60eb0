namespace CampaignKit.Draws.Tests;

public sealed class DrawSequenceTests
{
    private static readonly Manifest First = Numbered(1, null);

    private static readonly Manifest Second = Numbered(2, First.Digest);

    private static readonly Manifest Third = Numbered(3, Second.Digest);

    public static TheoryData<string, string> Broken => new()
    {
        { "a gap", "c/d/3: $.sequence" },
        { "a swapped pair", "c/d/3: $.sequence" },
        { "a forged previous", "c/d/2: $.previous" },
        { "two of one number", "c/d/2: $.sequence" },
        { "another campaign", "other/d/2: $.campaign" },
        { "the first left out", "c/d/2: $.sequence" },
        { "one without a number", "c/d/0: $.sequence" },
        { "the first drawn again", "c/d/2: $.previous" },
    };

    [Fact]
    public void FirstDifference_NumbersThatFollow_IsNone()
    {
        Assert.Null(DrawSequence.FirstDifference([First, Second, Third]));
        Assert.Null(DrawSequence.FirstDifference([First]));
        Assert.Null(DrawSequence.FirstDifference(Array.Empty<Manifest>()));
        Assert.Null(DrawSequence.FirstDifference([Held(1, null)]));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void FirstDifference_Broken_NamesTheDrawAndTheField(string what, string path) => Assert.Equal(path, DrawSequence.FirstDifference(Manifests(what))?.Path);

    [Fact]
    public void FirstDifference_Transcripts_AreComparedByTheirManifests()
    {
        var (first, other) = (Held(1, null), Held(2, Digest.Of("another first")));

        Assert.Equal("c/d/2: $.previous", DrawSequence.FirstDifference([first, other])?.Path);
        Assert.Null(DrawSequence.FirstDifference([first, Held(2, first.ManifestDigest)]));
        Assert.Throws<ArgumentNullException>(() => DrawSequence.FirstDifference([first, null!]));
    }

    private static Manifest[] Manifests(string what) => what switch
    {
        "a gap" => [First, Third],
        "a swapped pair" => [First, Third, Second],
        "a forged previous" => [First, Numbered(2, Digest.Of("forged")), Third],
        "two of one number" => [First, Second, Second],
        "another campaign" => [First, Numbered(2, First.Digest, "other")],
        "the first left out" => [Second, Third],
        "one without a number" => [First, Second, Plan(0).Lock(Changning.Entropy).Manifest],
        _ => [Plan(1).Numbered(new DrawNumber(1, null)).Exclude(Exclusions.Of([("a", "staff")])).Lock(Changning.Entropy).Manifest, Second],
    };

    private static Manifest Numbered(long number, Digest? previous, string campaign = "c") =>
        Plan(number, campaign).Numbered(new DrawNumber(number, previous)).Lock(Changning.Entropy).Manifest;

    private static Transcript Held(long number, Digest? previous) =>
        Plan(number).Numbered(new DrawNumber(number, previous)).Lock(Changning.Entropy).Hold(Changning.Reveal).Transcript;

    private static DrawPlan Plan(long number, string campaign = "c") => Draw.Plan($"{campaign}/d/{number}").Random("r", Pool.Of(["a", "b"]), 1).AllowOverlap();
}
