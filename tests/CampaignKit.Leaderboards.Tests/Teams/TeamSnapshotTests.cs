namespace CampaignKit.Leaderboards.Tests;

public class TeamSnapshotTests
{
    [Property(MaxTest = 300, Arbitrary = [typeof(TeamLeaderboardLaws.TeamGenerators)])]
    public void Restore_AfterSave_AnswersAndGoesOnAsTheSavedOne(TeamOptions options, (int Kind, int Member, int Team, long Score)[] changes, byte when)
    {
        var saved = new TeamLeaderboard<int, string>(options);
        var at = when % (changes.Length + 1);
        foreach (var change in changes[..at])
            Apply(saved, change);
        var restored = new TeamLeaderboard<int, string>(options);
        restored.Join(1, "gone");
        restored.Increment(1, 99);

        using var stream = new MemoryStream([.. SavedBoard.Of(to => saved.Save(to, SnapshotKeys.Ints, SnapshotKeys.Texts)), 42]);
        restored.Restore(stream, SnapshotKeys.Ints, SnapshotKeys.Texts);

        Assert.Equal(42, stream.ReadByte());
        AssertSame(saved, restored);
        foreach (var change in changes[at..])
        {
            Apply(saved, change);
            Apply(restored, change);
            AssertSame(saved, restored);
        }
    }

    [Fact]
    public void Restore_OfADamagedSnapshot_IsRefusedAndChangesNothing()
    {
        var saved = SavedBoard.Of(to => Small().Save(to, SnapshotKeys.Texts, SnapshotKeys.Ints));
        var board = new TeamLeaderboard<string, int>();
        board.Join("kept", 9);

        SavedBoard.AssertDamageIsRefused(saved, from => board.Restore(from, SnapshotKeys.Texts, SnapshotKeys.Ints));

        Assert.Equal([9], board.Top(9).Select(team => team.Team));
        Assert.True(board.TryGetTeam("kept", out _));
    }

    [Fact]
    public void Restore_IntoABoardOfOtherOptions_NamesEachDifference()
    {
        var saved = SavedBoard.Of(to => Small().Save(to, SnapshotKeys.Texts, SnapshotKeys.Ints));
        var other = new TeamLeaderboard<string, string>(new TeamOptions { Best = 2, Aggregate = TeamAggregate.Median });

        var error = Assert.Throws<InvalidDataException>(() => other.Restore(new MemoryStream(saved), SnapshotKeys.Texts, SnapshotKeys.Texts));

        Assert.Contains("of teams is int32 there and text here; Aggregate is Sum there and Median here; Best is 3 there and 2 here.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_OfManyTeams_GivesTheSameBack()
    {
        var board = new TeamLeaderboard<string, int>(new TeamOptions { Aggregate = TeamAggregate.Mean });
        for (var member = 0; member < 20_000; member++)
        {
            board.Join($"m{member}", member / 4);
            if (member % 3 > 0)
                board.Increment($"m{member}", member % 11);
        }

        var restored = new TeamLeaderboard<string, int>(new TeamOptions { Aggregate = TeamAggregate.Mean });
        restored.Restore(new MemoryStream(SavedBoard.Of(to => board.Save(to, SnapshotKeys.Texts, SnapshotKeys.Ints))), SnapshotKeys.Texts, SnapshotKeys.Ints);

        Assert.Equal(board.Top(5_000), restored.Top(5_000));
    }

    private static TeamLeaderboard<string, int> Small()
    {
        var board = new TeamLeaderboard<string, int>();
        board.Join("ann", 1);
        board.Increment("ann", 5);
        board.Join("ann", 2);
        board.SetHeads(1, 7);
        return board;
    }

    private static void Apply(TeamLeaderboard<int, string> board, (int Kind, int Member, int Team, long Score) change)
    {
        var team = $"team {change.Team}";
        switch (change.Kind)
        {
            case 0:
                board.Leave(change.Member);
                break;
            case 1:
                board.Remove(change.Member);
                break;
            case 2:
                board.SetHeads(team, 2 + change.Team);
                break;
            case 3:
                board.SetIfBetter(change.Member, change.Score);
                break;
            case <= 6:
                board.Join(change.Member, team);
                break;
            default:
                board.Increment(change.Member, change.Score);
                break;
        }
    }

    private static void AssertSame(TeamLeaderboard<int, string> expected, TeamLeaderboard<int, string> actual)
    {
        Assert.Equal(expected.Top(9), actual.Top(9));
        for (var team = 0; team < 3; team++)
        {
            Assert.Equal(expected[$"team {team}"], actual[$"team {team}"]);
            Assert.Equal(expected.MembersOf($"team {team}")?.AsEnumerable(), actual.MembersOf($"team {team}")?.AsEnumerable());
        }

        for (var member = 0; member < 7; member++)
        {
            Assert.Equal(expected.TryGetTeam(member, out var team), actual.TryGetTeam(member, out var same));
            Assert.Equal(team, same);
        }
    }
}
