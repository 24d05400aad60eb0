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
            Assert.Equal(model.UnrankedCount, board.UnrankedCount);
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
            var into = new Standing<string>[take.Get];
            Assert.Equal(listing.Take(take.Get), into[..board.Top(into, style)]);
            Assert.Equal(listing.Skip(skip.Get % 9).Take(take.Get), into[..board.Page(skip.Get % 9, into, style)]);
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
                var into = new Standing<string>[(2 * radius) + 1];
                Assert.Equal(around, into[..board.Around(id, into, RankStyle.Ordinal)]);

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
            for (var score = -4; score <= 6; score++)
                Assert.Equal(model.RankOfScore(score, style), board.RankOfScore(score, style));
        }

        foreach (var id in model.Ids)
        {
            Assert.Equal(board.StandingOf(id, options.Ranking), board[id]);
            Assert.Equal(model.ScoreOf(id), board.ScoreOf(id));
            Assert.Equal(model.IsHidden(id), board.IsHidden(id));
            Assert.Equal(model.IsRanked(id) ? model.FractionalRankOf(id) : null, board.FractionalRankOf(id));
            Assert.Equal(model.IsRanked(id) ? model.PercentileOf(id) : null, board.PercentileOf(id));
            Assert.Equal(model.IsRanked(id), board[id] is not null);
            Assert.True(board.Contains(id));
        }

        Assert.Equal(model.Ids.Where(model.IsHidden).Order(StringComparer.Ordinal), board.Hidden().Order(StringComparer.Ordinal));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void FractionalPage_AnyPart_HasTheMeansOfThePlaces(LeaderboardOptions options, Operation[] operations, byte skip, byte take)
    {
        var (board, model) = After(options, operations);

        var expected = model.Listing(RankStyle.Ordinal).Skip(skip % 9).Take(take % 9).Select(standing =>
            new FractionalStanding<string>(model.FractionalRankOf(standing.Id), standing.Score, standing.Id) { Second = standing.Second });

        Assert.Equal(expected, board.FractionalPage(skip % 9, take % 9));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void AtPercentile_AtEveryPercent_IsTheFirstThatReachesIt(LeaderboardOptions options, Operation[] operations)
    {
        var (board, model) = After(options, operations);

        for (var percent = 0; percent <= 100; percent++)
            Assert.Equal(model.AtPercentile(percent), board.AtPercentile(percent)?.Id);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void Among_AnySubset_RanksAsABoardOfThemAlone(LeaderboardOptions options, Operation[] operations, byte mask)
    {
        var (board, model) = After(options, operations);
        string[] ids = [.. model.Ids.Where((_, at) => (mask >> at & 1) != 0), "ghost"];

        foreach (var style in Styles)
        {
            var subset = board.Among([.. ids, .. ids], style);
            Assert.Equal(model.Among(ids, style), subset.Select(standing => (standing.Rank, standing.Id)));
            Assert.All(subset, standing => Assert.Equal(board.StandingOf(standing.Id, style), standing.Overall));
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BoardGenerators)])]
    public void Freeze_AfterAnyWrites_AnswersAsTheBoard(LeaderboardOptions options, Operation[] operations)
    {
        var (board, model) = After(options, operations);

        AssertSameAnswers(board, board.Freeze(), model.Ids);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(BoardGenerators)])]
    public void Merged_OverAnySplit_AnswersAsOneBoard(LeaderboardOptions options, Operation[] operations)
    {
        // What shards cannot know of one another is who came first.
        var isKnown = options.Ties is TieOrder.ById or TieOrder.BySecondScore;
        var (board, model) = After(isKnown ? options : options with { Ties = TieOrder.ById }, operations);
        var shards = Enumerable.Range(0, 3).Select(_ => new Leaderboard<string>(board.Options)).ToArray();
        foreach (var (standing, at) in board.Select((standing, at) => (standing, at)))
        {
            // Of a pair twice, the shards' order is the order of arrival.
            var shard = isKnown && options.Ties == TieOrder.BySecondScore ? 3 * at / Math.Max(1, board.Count) : standing.Id[^1] % 3;
            if (options.Ties == TieOrder.BySecondScore)
                shards[shard].Set(standing.Id, standing.Score, standing.Second);
            else
                shards[shard].Set(standing.Id, standing.Score);
        }

        AssertSameAnswers(board, new MergedLeaderboard<string>(shards), model.Ids);
    }

    private static void AssertSameAnswers(Leaderboard<string> board, Standings<string> other, IEnumerable<string> ids)
    {
        Assert.Equal(board, other);
        foreach (var style in Styles)
        {
            Assert.Equal(board.Top(5, style), other.Top(5, style));
            Assert.Equal(board.Page(2, 3, style), other.Page(2, 3, style));
            Assert.Equal(Enumerable.Range(1, 9).Select(place => board.At(place, style)), Enumerable.Range(1, 9).Select(place => other.At(place, style)));
            foreach (var id in ids)
            {
                Assert.Equal(board.StandingOf(id, style), other.StandingOf(id, style));
                Assert.Equal(board.Around(id, 2, style), other.Around(id, 2, style));
            }
        }

        foreach (var id in ids.Append("ghost"))
        {
            Assert.Equal(board.FractionalRankOf(id), other.FractionalRankOf(id));
            Assert.Equal(board.PercentileOf(id), other.PercentileOf(id));
            Assert.Equal(board[id]?.Score, other.ScoreOf(id));
            Assert.Equal(board[id] is not null, other.Contains(id));
        }

        for (var score = -5; score <= 5; score++)
            Assert.Equal(board.CountBetween(score, score + 2), other.CountBetween(score, score + 2));
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
