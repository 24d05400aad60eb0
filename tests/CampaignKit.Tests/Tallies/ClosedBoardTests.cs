using CampaignKit.Leaderboards;
using NodaTime;

namespace CampaignKit.Tests;

/// <summary>Boards of weeks that are over are frozen, and answer as boards that never were.</summary>
public sealed class ClosedBoardTests
{
    private static readonly LocalDate FirstDay = new(2021, 3, 22);

    private static readonly Campaign Walk = Campaign.Define("walk", version: 1).In("Asia/Shanghai").From(2021, 3, 22).To(2021, 12, 31)
        .Unit("stitch").Task("stitch", t => t.OncePerDay().Awards("stitch")).Build();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Boards_OfManyWeeksWithLateAndVoidedCheckIns_AreThoseOfTheWholeRecord(int seed)
    {
        var random = new Random(seed);
        var view = new CampaignView(Walk);
        var plain = Enumerable.Range(0, 8).Select(_ => new Leaderboard<string>()).ToArray();

        for (var fact = 1; fact <= 4_000; fact++)
        {
            // Mostly of the week that is on, now and then of any week before.
            var latest = fact / 500;
            var week = random.Next(20) == 0 ? random.Next(latest + 1) : latest;
            week = Math.Min(week, plain.Length - 1);
            var who = $"p-{random.Next(300)}";
            var isVoid = random.Next(10) == 0 && plain[week][who] is not null;
            view.Apply([(fact, Streams.Participant(who), Fact(FirstDay.PlusWeeks(week).PlusDays(random.Next(7)), isVoid))]);
            if (plain[week].Increment(who, isVoid ? -1 : 1).After == 0)
                plain[week].Remove(who);
        }

        for (var week = 0; week < plain.Length; week++)
        {
            var period = Walk.Calendar.PeriodOf(Calendars.PeriodRule.Week, FirstDay.PlusWeeks(week));
            Assert.Equal(plain[week].ToList(), view.Board("stitch", period, board => board.ToList()));
        }
    }

    [Fact]
    public void Board_OfAWeekLongOver_IsFrozenUntilALateCheckIn()
    {
        var view = new CampaignView(Walk);
        for (var week = 0; week < 4; week++)
            view.Apply([(week + 1, Streams.Participant("p-1"), Fact(FirstDay.PlusWeeks(week), isVoid: false))]);

        Assert.Equal([true, true, false, false], Frozen());
        view.Apply([(5, Streams.Participant("p-2"), Fact(FirstDay, isVoid: false))]);
        Assert.Equal([false, true, false, false], Frozen());
        view.Apply([(6, Streams.Participant("p-1"), Fact(FirstDay.PlusWeeks(4), isVoid: false))]);
        Assert.Equal([true, true, true, false], Frozen());

        bool[] Frozen() => [.. Enumerable.Range(0, 4).Select(week => view.Board(
            "stitch", Walk.Calendar.PeriodOf(Calendars.PeriodRule.Week, FirstDay.PlusWeeks(week)), board => board is FrozenLeaderboard<string>))];
    }

    private static ParticipantEvent Fact(LocalDate day, bool isVoid)
    {
        var at = day.AtMidnight().InUtc().ToInstant();
        Posting[] awards = [new("stitch", 1, null, AwardTo.Participant)];
        return isVoid
            ? new CheckInVoided(1, 1, "stitch", day, at, null, awards, "mistaken", "staff", at)
            : new CheckedIn(1, 1, "k", "d", "stitch", null, at, at, day, 1, null, false, null, awards);
    }
}
