using NodaTime;

namespace CampaignKit.Draws.Tests;

public sealed class ClaimsTests
{
    private static readonly Instant Published = Instant.FromUtc(2021, 4, 5, 2, 0);

    private static readonly Duration Week = Duration.FromDays(7);

    private static readonly Transcript Held = ClaimableDraw.Held(OverlapPolicy.OnePrizePerPerson).Transcript;

    private static readonly RuleOutcome Lucky = Held["lucky"];

    private static readonly Claims Opened = Claims.Open(Held, Published);

    [Fact]
    public void Open_EveryWinner_HoldsAPrizeForTheTimeGiven()
    {
        Assert.Equal(Held.Rules.SelectMany(rule => rule.Winners), Opened.Prizes.Select(prize => prize.Entry));
        Assert.All(Opened.Prizes, prize => Assert.Equal((PrizeStatus.Open, Published, Published + Week), (prize.Status, prize.Since, prize.Until)));
        Assert.Equal([1, 2, 3], Opened.Prizes.Where(prize => prize.RuleId == "lucky").Select(prize => prize.Place));
    }

    [Fact]
    public void Open_NoTimeLimit_IsOpenForGood()
    {
        var draw = Draw.Plan("c/d/p").Random("r", Pool.Of(["a"]), 1).AllowOverlap().Lock(Changning.Entropy).Hold(Changning.Reveal);
        var claims = Claims.Open(draw.Transcript, Published);

        Assert.Null(Assert.Single(claims.Prizes).Until);
        Assert.Empty(claims.OverdueAt(Instant.MaxValue));
        Assert.IsType<ClaimAccepted>(claims.Claim("r", "a", Published + Duration.FromDays(9_000)));
    }

    [Fact]
    public void Claim_Holder_IsAcceptedToTheLastSecond()
    {
        var winner = Lucky.Winners[0].Id;

        var claims = Accepted(Opened.Claim("lucky", winner, Published + Week));

        Assert.Equal((PrizeStatus.Claimed, Published + Week, null), Of(claims.PrizeOf("lucky", winner)!));
        Assert.Equal(PrizeStatus.Open, Opened.PrizeOf("lucky", winner)!.Status);
        Assert.Equal(Lucky.Winners[0].Person, claims.PrizeOf("lucky", winner)!.Person);
        Assert.Equal(new ClaimIsTooLate(Published + Week), Refused(Opened.Claim("lucky", winner, Published + Week + Duration.FromSeconds(1))));
    }

    [Fact]
    public void Claim_NotPossible_IsRefusedWithTheReason()
    {
        var (winner, other, alternate) = (Lucky.Winners[0].Id, Lucky.Winners[1].Id, Lucky.Alternates[0].Id);
        var claims = Accepted(Opened.Claim("lucky", winner, Published + Duration.FromHours(3)));

        Assert.Equal(new PrizeWasClaimed(Published + Duration.FromHours(3)), Refused(claims.Claim("lucky", winner, Published + Week)));
        Assert.Equal(new PrizeWasClaimed(Published + Duration.FromHours(3)), Refused(claims.Forfeit("lucky", winner, Published + Week, "x", "y")));
        Assert.Equal(new PrizeIsNotHeld("lucky", alternate), Refused(claims.Claim("lucky", alternate, Published + Week)));
        Assert.Equal(new PrizeIsNotHeld("lucky", "stranger"), Refused(claims.Claim("lucky", "stranger", Published + Week)));
        Assert.Equal(new ClaimIsOutOfOrder(Published + Duration.FromHours(3)), Refused(claims.Claim("lucky", other, Published + Duration.FromHours(2))));
        claims = Accepted(claims.Forfeit("lucky", other, Published + Duration.FromHours(4), "declined", "office-1"));
        Assert.Equal(new PrizeWasForfeited(Published + Duration.FromHours(4)), Refused(claims.Claim("lucky", other, Published + Week)));
        Assert.Throws<KeyNotFoundException>(() => claims.Claim("no rule", winner, Published));
    }

    [Fact]
    public void Forfeit_Holder_PromotesTheFirstAlternateFromThatMomentOn()
    {
        var (winner, alternate) = (Lucky.Winners[1].Id, ClaimableDraw.FreeAlternates(Held)[0]);
        var at = Published + Week + Duration.FromHours(1);

        var answer = Assert.IsType<ClaimAccepted>(Opened.Forfeit("lucky", winner, at, "not claimed", "office-1"));

        Assert.Equal(alternate.Id, Assert.IsType<PrizeForfeited>(answer.Event).Promoted);
        var prize = answer.Claims.PrizeOf("lucky", alternate.Id)!;
        Assert.Equal((2, alternate, PrizeStatus.Open, at, at + Week), (prize.Place, prize.Entry, prize.Status, prize.Since, prize.Until));
        Assert.IsType<ClaimAccepted>(answer.Claims.Claim("lucky", alternate.Id, at + Week));
    }

    [Theory]
    [InlineData(OverlapPolicy.OnePrizePerPerson)]
    [InlineData(OverlapPolicy.Allowed)]
    public void Forfeit_AgainAndAgain_PromotesInOrderUntilNobodyIsLeft(OverlapPolicy overlap)
    {
        var held = ClaimableDraw.Held(overlap).Transcript;
        var alternates = overlap == OverlapPolicy.Allowed ? held["lucky"].Alternates : ClaimableDraw.FreeAlternates(held);
        Assert.Equal(overlap == OverlapPolicy.Allowed, alternates.Count == held["lucky"].Alternates.Count);

        var claims = Claims.Open(held, Published);
        var holder = held["lucky"].Winners[0].Id;
        foreach (var next in alternates)
        {
            claims = Accepted(claims.Forfeit("lucky", holder, Published, "declined", "office-1"));
            Assert.Equal((next, PrizeStatus.Open), (claims.PrizeOf("lucky", next.Id)!.Entry, claims.PrizeOf("lucky", next.Id)!.Status));
            holder = next.Id;
        }

        claims = Accepted(claims.Forfeit("lucky", holder, Published + Week, "declined", "office-1"));

        Assert.Equal((PrizeStatus.NobodyLeft, Published + Week, null), Of(claims.PrizeOf("lucky", holder)!));
        Assert.Null(claims.PrizeOf("lucky", holder)!.Person);
        Assert.Null(((PrizeForfeited)claims.Events[^1]).Promoted);
    }

    [Fact]
    public void Forfeit_ShareOrRuleWithoutAlternates_PromotesNobody()
    {
        var (shared, number) = (Held["rank"].Winners.First(winner => winner.Share is not null), Held["number"].Winners[0]);

        var claims = Accepted(Opened.Forfeit("rank", shared.Id, Published, "declined", "office-1"));
        claims = Accepted(claims.Forfeit("number", number.Id, Published, "declined", "office-1"));

        Assert.Equal(PrizeStatus.Forfeited, claims.PrizeOf("rank", shared.Id)!.Status);
        Assert.Equal(PrizeStatus.Forfeited, claims.PrizeOf("number", number.Id)!.Status);
    }

    [Fact]
    public void OverdueAt_OpenPrizes_AreThoseBeyondTheirTime()
    {
        var claims = Accepted(Opened.Claim("lucky", Lucky.Winners[0].Id, Published));
        claims = Accepted(claims.Forfeit("lucky", Lucky.Winners[1].Id, Published + Duration.FromDays(1), "declined", "office-1"));

        Assert.Empty(claims.OverdueAt(Published + Week));
        Assert.Equal(claims.Prizes.Count - 2, claims.OverdueAt(Published + Week + Duration.FromSeconds(1)).Count);
        Assert.Equal(claims.Prizes.Count - 1, claims.OverdueAt(Published + Week + Duration.FromDays(2)).Count);
    }

    [Fact]
    public void Open_AtTheEndOfTime_HasADeadlineAllTheSame() => Assert.Equal(Instant.MaxValue, Claims.Open(Held, Instant.MaxValue).Prizes[0].Until);

    [Theory]
    [InlineData("", "y")]
    [InlineData("x", "")]
    [InlineData("x\ny", "y")]
    public void Forfeit_WithoutReasonOrKey_IsTheCallersMistake(string reason, string by) =>
        Assert.Throws<ArgumentException>(() => Opened.Forfeit("lucky", Lucky.Winners[0].Id, Published, reason, by));

    [Fact]
    public void Forfeit_HalfASurrogatePairAsReason_IsTheCallersMistake() =>
        Assert.Throws<ArgumentException>(() => Opened.Forfeit("lucky", Lucky.Winners[0].Id, Published, "a\ud800", "y"));

    /// <summary>Whatever is tried in whatever order: every prize is accounted for, and the transcript replays to the same.</summary>
    [Property(MaxTest = 50)]
    public void Steps_Any_ReplayFromTheTranscript(byte[] tries)
    {
        var claims = Opened;
        var entries = Held.Rules.SelectMany(rule => rule.Winners.Concat(rule.Alternates).Select(entry => (rule.RuleId, entry.Id))).ToList();
        foreach (var (step, value) in tries.Index())
        {
            var (rule, id) = entries[value % entries.Count];
            var at = Published + Duration.FromHours(step * 20);
            var answer = value % 3 == 0 ? claims.Claim(rule, id, at) : claims.Forfeit(rule, id, at, "declined", "office-1");
            claims = (answer as ClaimAccepted)?.Claims ?? claims;
        }

        var read = Claims.Of(Transcript.Parse(Held.WithClaims(claims).ToJson()));

        Assert.Equal(claims.Events, read.Events);
        Assert.Equal(claims.Prizes, read.Prizes);
        Assert.True(DrawVerifier.Verify(Held.WithClaims(claims)).IsValid);
        var holders = claims.Prizes.Where(prize => prize.Person is not null).Select(prize => prize.Person).ToList();
        Assert.Equal(holders.Count, holders.Distinct().Count());
    }

    [Fact]
    public void WithClaims_OfAnotherDraw_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Changning.Held().Transcript.WithClaims(Opened));

    [Fact]
    public void Of_TranscriptWithoutClaims_IsRefused() => Assert.Throws<ArgumentException>(() => Claims.Of(Held));

    [Theory]
    [InlineData("\"at\": \"2021-04-05T03:00:00Z\"", "\"at\": \"2021-04-05T01:00:00Z\"", "$.claims[1].at")]
    [InlineData("\"at\": \"2021-04-05T03:00:00Z\"", "\"at\": \"2021-05-05T03:00:00Z\"", "$.claims[1].at")]
    [InlineData("\"at\": \"2021-04-05T04:00:00Z\"", "\"at\": \"2021-04-05T02:30:00Z\"", "$.claims[2].at")]
    [InlineData("\"at\": \"2021-04-05T03:00:00Z\"", "\"at\": \"2021-04-05T03:00:00.5Z\"", "$.claims[1].at")]
    [InlineData("\"what\": \"published\"", "\"what\": \"claimed\"", "$.claims[0].what")]
    [InlineData("\"what\": \"claimed\"", "\"what\": \"published\"", "$.claims[1].what")]
    [InlineData("\"what\": \"claimed\"", "\"what\": \"lost\"", "$.claims[1].what")]
    [InlineData("\"what\": \"claimed\"", "\"what\": \"forfeited\"", "$.claims[1].reason")]
    [InlineData("\"rule\": \"lucky\",\n      \"id\": \"FIRST\"", "\"rule\": \"unknown\",\n      \"id\": \"FIRST\"", "$.claims[1].rule")]
    [InlineData("\"rule\": \"lucky\",\n      \"id\": \"FIRST\"", "\"rule\": \"lucky\",\n      \"id\": \"SECOND\"", "$.claims[1].digest")]
    [InlineData("\"reason\": \"declined\"", "\"reason\": \"caught\"", "$.claims[2].digest")]
    [InlineData("\"by\": \"office-1\"", "\"by\": \"office-2\"", "$.claims[2].digest")]
    [InlineData("\"at\": \"2021-04-05T02:00:00Z\"", "\"at\": \"2021-04-05T02:00:01Z\"", "$.claims[0].digest")]
    [InlineData("\"rule\": \"lucky\",\n      \"id\": \"FIRST\"", "\"rule\": \"lucky\",\n      \"id\": \"NEXT\"", "$.claims[1].id")]
    [InlineData("\"promoted\": \"NEXT\"", "\"promoted\": \"FIRST\"", "$.claims[2].promoted")]
    [InlineData(",\n      \"promoted\": \"NEXT\"", "", "$.claims[2].promoted")]
    [InlineData("\"reason\": \"declined\",\n", "", "$.claims[2].reason")]
    public void Verify_ClaimsChanged_NamesTheFirstThatDoesNotFollow(string from, string to, string path)
    {
        var (first, second, next) = (Lucky.Winners[0].Id, Lucky.Winners[1].Id, ClaimableDraw.FreeAlternates(Held)[0].Id);
        var claims = Accepted(Opened.Claim("lucky", first, Published + Duration.FromHours(1)));
        claims = Accepted(claims.Forfeit("lucky", second, Published + Duration.FromHours(2), "declined", "office-1"));
        var json = Held.WithClaims(claims).ToJson();
        var changed = json.Replace(Named(from), Named(to), StringComparison.Ordinal);
        Assert.NotEqual(json, changed);

        var check = DrawVerifier.Verify(System.Text.Encoding.UTF8.GetBytes(changed), new VerificationOptions(), folder: null);

        Assert.Equal((VerificationStatus.Invalid, path), (check.Status, check.FirstDifference?.Path));

        string Named(string text) => text.Replace("FIRST", first, StringComparison.Ordinal).Replace("SECOND", second, StringComparison.Ordinal).Replace("NEXT", next, StringComparison.Ordinal);
    }

    private static (PrizeStatus Status, Instant Since, Instant? Until) Of(Prize prize) => (prize.Status, prize.Since, prize.Until);

    private static Claims Accepted(ClaimAnswer answer) => Assert.IsType<ClaimAccepted>(answer).Claims;

    private static ClaimRefusal Refused(ClaimAnswer answer)
    {
        var why = Assert.IsType<ClaimRefused>(answer).Why;
        Assert.NotEmpty(why.Message);
        return why;
    }
}
