using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Tool.Tests.Boards;

/// <summary>The command beside a plain sort.</summary>
public sealed class BoardTwinTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 300, Arbitrary = [typeof(Generators)])]
    public void Board_AnyRows_AreAsAPlainSortHasThem(Given given)
    {
        var file = _folder.Write("scores.csv", given.Csv());
        string[] order = given.IsAscending ? ["--ascending"] : [];

        foreach (var (style, rank) in Ranks)
        {
            Assert.Equal(
                string.Join(", ", given.Board().Select((row, place) => FormattableString.Invariant($"{rank(given.Board(), place)} {row.Id} {row.Score}"))),
                BoardLines.Of(ToolRun.Of(["board", "--scores", file, "--repeated", given.Repeated, "--ranking", style, "--top", "1000", "--json", .. order])));
        }
    }

    [Fact]
    public void Board_ManyRows_AreAsAPlainSortHasThem()
    {
        // Multiples of a prime stand for chance.
        var rows = Enumerable.Range(0, 200_000).Select(number => new Row($"p-{number * 7919L % 200_000}", number * 104_729L % 5_000, (int)(number * 15_485_863L % 1_000))).ToList();
        var given = new Given(rows, HasTimes: true, IsAscending: false, "refuse");
        var file = _folder.Write("scores.csv", given.Csv());
        var board = given.Board();
        var middle = board[100_000].Id;

        Assert.Equal(Lines(board, 0, 1000), BoardLines.Of(ToolRun.Of("board", "--scores", file, "--top", "1000", "--json")));
        Assert.Equal(Lines(board, 99_900, 201), BoardLines.Of(ToolRun.Of("board", "--scores", file, "--around", middle, "--radius", "100", "--json")));
    }

    private static (string Style, Func<List<Row>, int, double> Rank)[] Ranks =>
    [
        ("ordinal", (board, place) => place + 1),
        ("competition", (board, place) => board.FindIndex(row => row.Score == board[place].Score) + 1),
        ("modified", (board, place) => board.FindLastIndex(row => row.Score == board[place].Score) + 1),
        ("dense", (board, place) => board.Take(place + 1).Select(row => row.Score).Distinct().Count()),
        ("fractional", (board, place) => board.Select((row, at) => (row, at)).Where(other => other.row.Score == board[place].Score).Average(other => other.at + 1)),
    ];

    private static string Lines(List<Row> board, int skip, int take) =>
        string.Join(", ", board.Skip(skip).Take(take).Select(row => $"{board.FindIndex(other => other.Score == row.Score) + 1} {row.Id} {row.Score}"));

    public sealed record Row(string Id, long Score, int Minute);

    /// <summary>Rows, and what is asked of them.</summary>
    public sealed record Given(List<Row> Rows, bool HasTimes, bool IsAscending, string Repeated)
    {
        public string Csv() =>
            $"id,score{(HasTimes ? ",at" : "")}\n{string.Concat(Rows.Select(row => $"\"{row.Id.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row.Score}{(HasTimes ? Time(row) : "")}\n"))}";

        public List<Row> Board()
        {
            var decided = Rows.Select((row, line) => (Row: HasTimes ? row : row with { Minute = 0 }, Line: line)).GroupBy(row => row.Row.Id).Select(Decide);
            var ordered = IsAscending ? decided.OrderBy(row => row.Row.Score) : decided.OrderByDescending(row => row.Row.Score);
            return [.. ordered.ThenBy(row => row.Row.Minute).ThenBy(row => row.Line).Select(row => row.Row)];
        }

        private static string Time(Row row) => FormattableString.Invariant($",2021-03-25T{row.Minute / 60:00}:{row.Minute % 60:00}:00+08:00");

        private (Row Row, int Line) Decide(IEnumerable<(Row Row, int Line)> rows)
        {
            var last = rows.OrderBy(row => row.Row.Minute).ThenBy(row => row.Line).Last();
            return Repeated switch
            {
                "sum" => (last.Row with { Score = rows.Sum(row => row.Row.Score) }, last.Line),
                "best" => rows.OrderBy(row => IsAscending ? row.Row.Score : -row.Row.Score).ThenBy(row => row.Row.Minute).ThenBy(row => row.Line).First(),
                _ => last,
            };
        }
    }

    public static class Generators
    {
        public static Arbitrary<Given> Givens()
        {
            var row =
                from id in Gen.Elements("a", "b", "c, d", "e \"f\"", "王明", "é", "g", "h", " i", "#j")
                from score in Gen.Choose(-3, 3)
                from minute in Gen.Choose(0, 3)
                select new Row(id, score, minute);
            return Arb.From(
                from rows in row.ListOf()
                from hasTimes in Gen.Elements(true, false)
                from isAscending in Gen.Elements(true, false)
                from repeated in Gen.Elements("sum", "best", "latest")
                select new Given([.. rows], hasTimes, isAscending, repeated));
        }
    }
}
