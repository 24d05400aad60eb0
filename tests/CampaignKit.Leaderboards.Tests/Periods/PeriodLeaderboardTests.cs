namespace CampaignKit.Leaderboards.Tests;

public class PeriodLeaderboardTests
{
    [Fact]
    public void Open_AfterAnother_FreezesItAndBeginsAnew()
    {
        var weeks = new PeriodLeaderboard<string>();
        weeks.Open("W13");
        weeks.In("W13").Increment("ann", 3);
        weeks.In("W13").Increment("ben");
        weeks.Open("W14");
        weeks.In("W14").Increment("ben", 3);

        Assert.Equal(["W13", "W14"], weeks.Periods);
        Assert.Equal("W14", weeks.OpenPeriod);
        Assert.IsType<FrozenLeaderboard<string>>(weeks["W13"]);
        Assert.Equal([new(1, 3, "ann"), new(2, 1, "ben")], weeks["W13"]!);
        Assert.Equal([new(1, 3, "ben")], weeks["W14"]!);
        Assert.Equal([new(1, 4, "ben"), new(2, 3, "ann")], weeks.AllTime);
        Assert.Null(weeks["W15"]);
    }

    [Fact]
    public void Close_OfTheOpenPeriod_LeavesNoneOpen()
    {
        var weeks = new PeriodLeaderboard<string>();
        weeks.Close();
        weeks.Open("W13");
        weeks.Close();

        Assert.Null(weeks.OpenPeriod);
        Assert.Empty(weeks["W13"]!);
        Assert.Throws<ArgumentException>(() => weeks.Open("W13"));
    }

    [Fact]
    public void Late_WhenRefused_WritesNothing()
    {
        var weeks = Two(LateWrites.Refuse);

        var change = weeks.In("W13").Increment("ann");

        var late = new ScoreChange(WriteOutcome.Late, null, null);
        Assert.Equal(new PeriodChange(null, late, late), change);
        Assert.Empty(weeks.AllTime);
    }

    [Fact]
    public void Late_CreditedToAllTime_CountsForNoPeriod()
    {
        var weeks = Two(LateWrites.CreditAllTime);

        var change = weeks.In("W13").Increment("ann");

        Assert.Null(change.CreditedTo);
        Assert.Equal((WriteOutcome.Late, WriteOutcome.Added), (change.InPeriod.Outcome, change.AllTime.Outcome));
        Assert.Single(weeks.AllTime);
        Assert.Empty(weeks["W13"]!);
        Assert.Empty(weeks["W14"]!);
    }

    [Fact]
    public void Late_CreditedToTheOpenPeriod_CountsThereIfThereIsOne()
    {
        var weeks = Two(LateWrites.CreditOpenPeriod);

        Assert.Equal("W14", weeks.In("W13").Increment("ann").CreditedTo);
        Assert.Single(weeks["W14"]!);
        Assert.Empty(weeks["W13"]!);

        weeks.Close();
        Assert.Equal(WriteOutcome.Late, weeks.In("W14").Increment("ann").AllTime.Outcome);
    }

    [Fact]
    public void In_APeriodThatWasNeverOpened_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>(() => Two(LateWrites.Refuse).In("W99"));

        Assert.Contains("W99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Increment_BeyondTheRangeOfEither_ChangesNeither()
    {
        var weeks = new PeriodLeaderboard<string>();
        weeks.Open("W13");
        weeks.In("W13").Set("ann", 1);
        weeks.In("W13").Set("ben", -1);
        weeks.Open("W14");
        weeks.In("W14").Increment("ann", long.MaxValue - 1);
        weeks.In("W14").Increment("ben", long.MinValue + 1);
        weeks.Open("W15");
        weeks.In("W15").Increment("ann", -5);

        Assert.Throws<OverflowException>(() => weeks.In("W15").Increment("ben", -1));
        Assert.Throws<OverflowException>(() => weeks.In("W15").Increment("ann", long.MinValue));
        Assert.Null(weeks["W15"]!.ScoreOf("ben"));
        Assert.Equal(-5, weeks["W15"]!.ScoreOf("ann"));
        Assert.Equal(long.MaxValue - 5, weeks.AllTime.ScoreOf("ann"));
        Assert.Equal(long.MinValue, weeks.AllTime.ScoreOf("ben"));
    }

    [Fact]
    public void Writes_OfEveryKind_GoToBothBoards()
    {
        var runs = new PeriodLeaderboard<string>(new LeaderboardOptions { Ties = TieOrder.BySecondScore });
        runs.Open("one");
        runs.In("one").Set("ann", 5, 5);
        runs.In("one").SetIfBetter("ann", 5, 4);
        runs.Open("two");
        runs.In("two").SetIfBetter("ann", 4, 9);

        Assert.Equal((4, 9), (runs["two"]!["ann"]!.Value.Score, runs["two"]!["ann"]!.Value.Second));
        Assert.Equal((5, 5), (runs.AllTime["ann"]!.Value.Score, runs.AllTime["ann"]!.Value.Second));

        Assert.True(runs.Remove("ann"));
        Assert.False(runs.Remove("ann"));
        Assert.Empty(runs.AllTime);
        Assert.Empty(runs["two"]!);
        Assert.Single(runs["one"]!);
    }

    [Fact]
    public void Hide_OfAMember_HoldsForThePeriodsToCome()
    {
        var weeks = new PeriodLeaderboard<string>();
        weeks.Open("W13");
        weeks.In("W13").Increment("ann", 3);
        Assert.True(weeks.Hide("ann"));
        Assert.False(weeks.Hide("ann"));
        weeks.Open("W14");
        weeks.In("W14").Increment("ann", 2);
        weeks.In("W14").Increment("ben");

        Assert.Equal(["ben"], weeks["W14"]!.Select(standing => standing.Id));
        Assert.Equal(["ben"], weeks.AllTime.Select(standing => standing.Id));
        Assert.Empty(weeks["W13"]!);

        Assert.True(weeks.Show("ann"));
        Assert.Equal(new Standing<string>(1, 2, "ann"), weeks["W14"]!["ann"]);
        Assert.Equal(new Standing<string>(1, 5, "ann"), weeks.AllTime["ann"]);
    }

    [Fact]
    public void SameId_WhenGiven_HoldsOnClosedBoardsToo()
    {
        var weeks = new PeriodLeaderboard<string>(sameId: StringComparer.OrdinalIgnoreCase);
        weeks.Open("W13");
        weeks.In("W13").Increment("Ann");
        weeks.Close();

        Assert.Equal("Ann", weeks["W13"]!["ANN"]?.Id);
        Assert.Equal("id", Assert.Throws<ArgumentNullException>(() => weeks["W13"]![null!]).ParamName);
    }

    private static PeriodLeaderboard<string> Two(LateWrites late)
    {
        var weeks = new PeriodLeaderboard<string>(late: late);
        weeks.Open("W13");
        weeks.Open("W14");
        return weeks;
    }
}
