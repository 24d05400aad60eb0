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
    public void Open_OfTheOpenPeriod_ChangesNothing()
    {
        var weeks = Two(LateWrites.Refuse);
        weeks.In("W14").Increment("ann");

        weeks.Open("W14");

        Assert.Equal(["W13", "W14"], weeks.Periods);
        Assert.Single(weeks["W14"]!);
        Assert.Contains("W13 is closed", Assert.Throws<ArgumentException>(() => weeks.Open("W13")).Message, StringComparison.Ordinal);
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

    [Theory]
    [InlineData(LateWrites.Refuse, null)]
    [InlineData(LateWrites.CreditAllTime, null)]
    [InlineData(LateWrites.CreditOpenPeriod, "W14")]
    public void In_KeptOverOpen_WritesAsIfItWereAskedAnew(LateWrites late, string? credited)
    {
        var weeks = new PeriodLeaderboard<string>(late: late);
        weeks.Open("W13");
        var kept = weeks.In("W13");
        kept.Increment("ann", 3);
        weeks.Open("W14");

        var change = kept.Increment("ann");

        Assert.Equal(credited, change.CreditedTo);
        Assert.Equal(credited is null ? WriteOutcome.Late : WriteOutcome.Added, change.InPeriod.Outcome);
        Assert.Equal(late == LateWrites.Refuse ? 3 : 4, weeks.AllTime.ScoreOf("ann"));
        Assert.Equal(credited is null ? null : 1, weeks["W14"]!.ScoreOf("ann"));
        Assert.Equal(3, weeks["W13"]!.ScoreOf("ann"));
    }

    [Fact]
    public void Increment_OfKnownMembers_AllocatesNothing()
    {
        string[] ids = [.. Enumerable.Range(0, 100).Select(id => $"p-{id}")];
        var weeks = new PeriodLeaderboard<string>();
        weeks.Open("W13");
        UpAndDown();

        var before = GC.GetAllocatedBytesForCurrentThread();
        UpAndDown();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void UpAndDown()
        {
            for (var write = 0; write < 1_000; write++)
                weeks.In("W13").Increment(ids[write / 2 % ids.Length], write % 2 == 0 ? 1 : -1);
        }
    }

    [Fact]
    public void Boards_ThatAreHandedOut_AreNoneToWriteTo()
    {
        var weeks = new PeriodLeaderboard<string>();
        weeks.Open("W13");
        var (allTime, open) = (weeks.AllTime, weeks["W13"]!);

        weeks.In("W13").Increment("ann");

        Assert.Equal([new(1, 1, "ann")], allTime);
        Assert.Equal([new(1, 1, "ann")], open);
        Assert.Same(allTime, weeks.AllTime);
        Assert.IsNotType<Leaderboard<string>>(allTime);
        Assert.IsNotType<Leaderboard<string>>(open);
        Assert.False(weeks.Periods is List<string>);
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var standing in allTime)
                weeks.In("W13").Increment(standing.Id);
        });
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
    public void Decrement_WithAFloor_HoldsItOnEachBoard()
    {
        var weeks = new PeriodLeaderboard<string>();
        weeks.Open("W13");
        weeks.In("W13").Increment("ann", 5);
        weeks.Open("W14");
        weeks.In("W14").Increment("ann", 1);

        var change = weeks.In("W14").Decrement("ann", 3, floor: 0);

        Assert.Equal(new PeriodChange("W14", new(WriteOutcome.Changed, 1, 0), new(WriteOutcome.Changed, 6, 3)), change);
        Assert.Equal("by", Assert.Throws<ArgumentException>(() => weeks.In("W14").Decrement("ann", -1)).ParamName);
        Assert.Throws<InvalidOperationException>(() => default(PeriodEntry<string>).Increment("ann"));
    }

    [Fact]
    public void Writes_WithACondition_AskItOfEachBoard()
    {
        var weeks = new PeriodLeaderboard<string>(new LeaderboardOptions { KeepsRevisions = true }, LateWrites.CreditOpenPeriod);
        weeks.Open("W13");
        Assert.Equal(WriteOutcome.Added, weeks.In("W13").Increment("ann", 2, WriteIf.Newer(7)).InPeriod.Outcome);
        weeks.Open("W14");

        var again = weeks.In("W13").Increment("ann", 2, WriteIf.Newer(7));
        Assert.Equal(new PeriodChange(null, new(WriteOutcome.Stale, null, null), new(WriteOutcome.Stale, 2, 2)), again);
        Assert.Empty(weeks["W14"]!);

        var present = weeks.In("W14").Set("ann", 9, WriteIf.Present);
        Assert.Equal(new PeriodChange(null, new(WriteOutcome.Skipped, null, null), new(WriteOutcome.Changed, 2, 9)), present);
        var absent = weeks.In("W14").SetIfBetter("ann", 4, WriteIf.Absent);
        Assert.Equal(new PeriodChange("W14", new(WriteOutcome.Added, null, 4), new(WriteOutcome.Skipped, 9, 9)), absent);
    }

    [Fact]
    public void Increment_OfBothScoresBeyondTheRangeOfThePeriod_ChangesNeither()
    {
        var runs = new PeriodLeaderboard<string>(new LeaderboardOptions { Ties = TieOrder.BySecondScore });
        runs.Open("one");
        runs.In("one").Increment("ann", 0, -9);
        runs.Open("two");
        runs.In("two").Increment("ann", 5, long.MaxValue);

        Assert.Throws<OverflowException>(() => runs.In("two").Increment("ann", 1, 1));
        Assert.Equal(new Standing<string>(1, 5, "ann") { Second = long.MaxValue - 9 }, runs.AllTime["ann"]);

        Assert.Equal(6, runs.In("two").Increment("ann", 1, -1).AllTime.After);
        Assert.Equal(new Standing<string>(1, 6, "ann") { Second = long.MaxValue - 1 }, runs["two"]!["ann"]);
    }

    [Fact]
    public void Decrement_BeyondTheRangeOfThePeriod_ChangesNeither()
    {
        var weeks = new PeriodLeaderboard<string>();
        weeks.Open("W13");
        weeks.In("W13").Increment("ann", 9);
        weeks.Open("W14");
        weeks.In("W14").Decrement("ann", long.MaxValue);

        Assert.Throws<OverflowException>(() => weeks.In("W14").Decrement("ann", 2));
        Assert.Equal(9 - long.MaxValue, weeks.AllTime.ScoreOf("ann"));
        Assert.Equal(WriteOutcome.Unchanged, weeks.In("W14").Decrement("ann", 2, floor: -long.MaxValue).InPeriod.Outcome);
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
