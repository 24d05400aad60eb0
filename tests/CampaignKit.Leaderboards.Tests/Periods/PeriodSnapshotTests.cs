namespace CampaignKit.Leaderboards.Tests;

public class PeriodSnapshotTests
{
    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void Restore_AfterSave_AnswersAndGoesOnAsTheSavedOne(LeaderboardOptions options, (byte Kind, byte Member, sbyte By)[] writes, byte when)
    {
        var saved = new PeriodLeaderboard<string>(options, LateWrites.CreditOpenPeriod);
        var (before, after) = (writes[..(when % (writes.Length + 1))], writes[(when % (writes.Length + 1))..]);
        foreach (var write in before)
            Apply(saved, write);
        var restored = new PeriodLeaderboard<string>(options, LateWrites.CreditOpenPeriod);
        restored.Open("gone");
        restored.In("gone").Increment("gone", 1);

        using var stream = new MemoryStream([.. SavedBoard.Of(to => saved.Save(to, SnapshotKeys.Texts)), 42]);
        restored.Restore(stream, SnapshotKeys.Texts);

        Assert.Equal(42, stream.ReadByte());
        AssertSame(saved, restored);
        foreach (var write in after)
        {
            Apply(saved, write);
            Apply(restored, write);
            AssertSame(saved, restored);
        }
    }

    [Fact]
    public void Restore_OfADamagedSnapshot_IsRefusedAndChangesNothing()
    {
        var saved = SavedBoard.Of(to => Small().Save(to, SnapshotKeys.Texts));
        var board = new PeriodLeaderboard<string>();
        board.Open("kept");
        board.In("kept").Increment("ann");

        SavedBoard.AssertDamageIsRefused(saved, from => board.Restore(from, SnapshotKeys.Texts));

        Assert.Equal(["kept"], board.Periods);
        Assert.Equal([new(1, 1, "ann")], board["kept"]!);
        Assert.Equal([new(1, 1, "ann")], board.AllTime);
    }

    [Fact]
    public void Restore_IntoABoardOfOtherOptions_NamesEachDifference()
    {
        var other = new PeriodLeaderboard<string>(new LeaderboardOptions { Order = ScoreOrder.Ascending }, LateWrites.CreditAllTime);

        var error = Assert.Throws<InvalidDataException>(
            () => other.Restore(new MemoryStream(SavedBoard.Of(to => Small().Save(to, SnapshotKeys.Texts))), SnapshotKeys.Texts));

        Assert.Contains("late writes is Refuse there and CreditAllTime here; Order is Descending there and Ascending here.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_OfAnotherTypeOfBoard_IsRefused()
    {
        var single = SavedBoard.Of(to => new Leaderboard<string>().Save(to, SnapshotKeys.Texts));
        var periods = SavedBoard.Of(to => Small().Save(to, SnapshotKeys.Texts));

        Assert.Contains("no snapshot of a leaderboard by period", Refusal(() => Small().Restore(new MemoryStream(single), SnapshotKeys.Texts)), StringComparison.Ordinal);
        Assert.Contains("no snapshot of a leaderboard:", Refusal(() => new Leaderboard<string>().Restore(new MemoryStream(periods), SnapshotKeys.Texts)), StringComparison.Ordinal);

        static string Refusal(Action restore) => Assert.Throws<InvalidDataException>(restore).Message;
    }

    [Fact]
    public void Restore_WithAnEntryAndABoardKept_ServesThem()
    {
        var weeks = Small();
        var saved = SavedBoard.Of(to => weeks.Save(to, SnapshotKeys.Texts));
        var (kept, allTime) = (weeks.In("W14"), weeks.AllTime);
        weeks.Open("W15");
        Assert.Equal(WriteOutcome.Late, kept.Increment("ann").AllTime.Outcome);

        weeks.Restore(new MemoryStream(saved), SnapshotKeys.Texts);

        Assert.Equal("W14", kept.Increment("ann").CreditedTo);
        Assert.Equal(4, allTime.ScoreOf("ann"));
        Assert.Equal(1, weeks["W14"]!.ScoreOf("ann"));
    }

    [Fact]
    public void Save_OfManyMembersInManyPeriods_GivesTheSameBack()
    {
        var days = new PeriodLeaderboard<int>(sameId: EqualityComparer<int>.Default);
        for (var day = 0; day < 5; day++)
        {
            days.Open($"day {day} \ud800");
            for (var id = 0; id < 9_000; id++)
                days.In($"day {day} \ud800").Set(id * 7, (id * 31 + day) % 500);
        }

        var restored = new PeriodLeaderboard<int>();
        restored.Restore(new MemoryStream(SavedBoard.Of(to => days.Save(to, SnapshotKeys.Ints))), SnapshotKeys.Ints);

        Assert.Equal(days.Periods, restored.Periods);
        Assert.All(days.Periods, day => Assert.Equal(days[day]!, restored[day]!));
        Assert.Equal(days.AllTime, restored.AllTime);
    }

    private static PeriodLeaderboard<string> Small()
    {
        var weeks = new PeriodLeaderboard<string>();
        weeks.Open("W13");
        weeks.In("W13").Increment("ann", 3);
        weeks.Hide("ann");
        weeks.In("W13").Increment("ben", 3);
        weeks.Open("W14");
        return weeks;
    }

    private static void Apply(PeriodLeaderboard<string> board, (byte Kind, byte Member, sbyte By) write)
    {
        var id = $"m{write.Member % 5}";
        switch (write.Kind % 12)
        {
            case 0:
                board.Open($"period {board.Periods.Count}");
                break;
            case 1:
                board.Close();
                break;
            case 2:
                board.Hide(id);
                break;
            case 3:
                board.Show(id);
                break;
            case 4:
                board.Remove(id);
                break;
            default:
                if (board.Periods.Count > 0)
                    board.In(board.Periods[write.Kind % board.Periods.Count]).Increment(id, write.By % 4);
                break;
        }
    }

    private static void AssertSame(PeriodLeaderboard<string> expected, PeriodLeaderboard<string> actual)
    {
        Assert.Equal(expected.Periods, actual.Periods);
        Assert.Equal(expected.OpenPeriod, actual.OpenPeriod);
        AssertSame(expected.AllTime, actual.AllTime);
        foreach (var period in expected.Periods)
        {
            AssertSame(expected[period]!, actual[period]!);
            Assert.Equal(expected[period]!.GetType(), actual[period]!.GetType());
        }
    }

    private static void AssertSame(Standings<string> expected, Standings<string> actual)
    {
        Assert.Equal(expected, actual);
        for (var member = 0; member < 5; member++)
        {
            Assert.Equal(expected.ScoreOf($"m{member}"), actual.ScoreOf($"m{member}"));
            foreach (var style in Enum.GetValues<RankStyle>())
                Assert.Equal(expected.StandingOf($"m{member}", style), actual.StandingOf($"m{member}", style));
        }
    }
}
