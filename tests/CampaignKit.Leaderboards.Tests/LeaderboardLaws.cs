using FsCheck;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>After any writes a board answers as a list does that is sorted for every question.</summary>
public class LeaderboardLaws
{
    private static readonly RankStyle[] Styles = Enum.GetValues<RankStyle>();

    [Property(MaxTest = 1000, Arbitrary = [typeof(BoardGenerators)])]
    public void Writes_InAnySequence_AnswerAndOrderAsTheModel(LeaderboardOptions options, Operation[] operations)
    {
        var board = new Leaderboard<string>(options);
        var model = new SortedListModel(options);

        foreach (var operation in operations)
        {
            Assert.Equal(operation.ApplyTo(model), operation.ApplyTo(board));
            Assert.Equal(model.Listing(options.Ranking), board);
            Assert.Equal(model.Count, board.Count);
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void Listings_InEveryStyle_AreSlicesOfTheModels(LeaderboardOptions options, Operation[] operations, NonNegativeInt skip, NonNegativeInt take)
    {
        var (board, model) = After(options, operations);

        foreach (var style in Styles)
        {
            var listing = model.Listing(style);
            Assert.Equal(listing.Take(take.Get), board.Top(take.Get, style));
            Assert.Equal(listing.Skip(skip.Get % 9).Take(take.Get), board.Page(skip.Get % 9, take.Get, style));
            for (var place = 1; place <= 9; place++)
                Assert.Equal(place <= listing.Count ? listing[place - 1] : null, board.At(place, style));
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void Around_AtAnyPlace_IsFullAndHoldsTheMemberInItsMiddleIfItCan(LeaderboardOptions options, Operation[] operations)
    {
        var (board, model) = After(options, operations);
        var listing = model.Listing(RankStyle.Ordinal);

        for (var radius = 0; radius <= 5; radius++)
        {
            foreach (var (place, _, id) in listing)
            {
                var around = board.Around(id, radius, RankStyle.Ordinal);
                Assert.Equal(Math.Min(listing.Count, (2 * radius) + 1), around.Count);
                Assert.Equal(listing.Skip(around[0].Rank - 1).Take(around.Count), around);
                Assert.Contains(around, standing => standing.Id == id);

                var isCentred = around.Count > radius && around[radius].Id == id;
                Assert.True(isCentred || around[0].Rank == 1 || around[^1].Rank == listing.Count, $"{id} at {place}, radius {radius}");
            }
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void Standings_InEveryStyle_AreTheModels(LeaderboardOptions options, Operation[] operations)
    {
        var (board, model) = After(options, operations);

        foreach (var style in Styles)
        {
            foreach (var standing in model.Listing(style))
                Assert.Equal(standing, board.StandingOf(standing.Id, style));
        }

        foreach (var id in model.Ids)
        {
            Assert.Equal(board.StandingOf(id, options.Ranking), board[id]);
            Assert.Equal(model.ScoreOf(id), board.ScoreOf(id));
            Assert.Equal(model.FractionalRankOf(id), board.FractionalRankOf(id));
            Assert.Equal(model.PercentileOf(id), board.PercentileOf(id));
            Assert.True(board.Contains(id));
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void RankAndAt_AreInverse_AndRanksRunFromOneToCount(LeaderboardOptions options, Operation[] operations)
    {
        var (board, _) = After(options, operations);

        for (var place = 1; place <= board.Count; place++)
        {
            var standing = board.At(place, RankStyle.Ordinal);
            Assert.Equal(place, standing!.Value.Rank);
            Assert.Equal(standing, board.StandingOf(standing.Value.Id, RankStyle.Ordinal));
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void Counts_OverAnySplitOfTheRange_AddUp(LeaderboardOptions options, Operation[] operations, sbyte one, sbyte other)
    {
        var (board, model) = After(options, operations);
        var (low, high) = (Math.Min(one, other) / 32, Math.Max(one, other) / 32);

        Assert.Equal(model.CountBetween(low, high), board.CountBetween(low, high));
        Assert.Equal(model.CountBetween(low, long.MaxValue), board.CountAtLeast(low));
        Assert.Equal(board.Count, board.CountBetween(long.MinValue, low - 1) + board.CountBetween(low, high) + board.CountAtLeast(high + 1));
    }

    private static (Leaderboard<string> Board, SortedListModel Model) After(LeaderboardOptions options, Operation[] operations)
    {
        var board = new Leaderboard<string>(options);
        var model = new SortedListModel(options);
        foreach (var operation in operations)
        {
            operation.ApplyTo(board);
            operation.ApplyTo(model);
        }

        return (board, model);
    }
}
