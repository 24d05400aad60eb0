using System.Text.Json;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>Plays the scenarios of <c>Vectors/</c>, whose README tells their form.</summary>
public class ScenarioTests
{
    public static TheoryData<string> Scenarios =>
        [.. Directory.GetFiles(SharedFiles.Beside("Vectors"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_StepByStep_AnswersAsWritten(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Beside($"Vectors/{file}")));
        var settings = document.RootElement.GetProperty("board");
        var steps = document.RootElement.GetProperty("steps").EnumerateArray();
        var board = new Leaderboard<string>(Options(settings, steps.Any(step => step.TryGetProperty("second", out _))));

        foreach (var step in steps)
        {
            if (step.TryGetProperty("do", out var action))
                Do(board, settings, action.GetString(), step);
            else
                Expect(board, step.GetProperty("expect").GetString(), step);
        }
    }

    private static LeaderboardOptions Options(JsonElement settings, bool hasSeconds) => new()
    {
        Order = settings.GetProperty("order").GetString() switch
        {
            "asc" => ScoreOrder.Ascending,
            "desc" => ScoreOrder.Descending,
            var other => throw new InvalidDataException(other),
        },
        SecondOrder = settings.GetProperty("order").GetString() == "asc" ? ScoreOrder.Ascending : ScoreOrder.Descending,
        Ranking = settings.GetProperty("tiePolicy").GetString() switch
        {
            "ordinal" => RankStyle.Ordinal,
            "competition" => RankStyle.Competition,
            "modified" => RankStyle.ModifiedCompetition,
            "dense" => RankStyle.Dense,
            var other => throw new InvalidDataException(other),
        },
        Ties = settings.GetProperty("tieBreak").GetString() switch
        {
            _ when hasSeconds => TieOrder.BySecondScore,
            "earliest" => TieOrder.EarliestFirst,
            "member-asc" => TieOrder.ById,
            var other => throw new InvalidDataException(other),
        },
    };

    private static void Do(Leaderboard<string> board, JsonElement settings, string? action, JsonElement step)
    {
        switch (action)
        {
            case "write":
                var change = Write(board, settings, step);
                Assert.Equal(step.GetProperty("result").GetString(), change.Outcome.ToString(), ignoreCase: true);
                break;
            case "remove":
                Assert.Equal(step.GetProperty("result").GetBoolean(), board.Remove(Member(step)));
                break;
            case "keepTop":
                Assert.Equal(step.GetProperty("removed").GetInt32(), board.KeepTop(step.GetProperty("k").GetInt32()));
                break;
            default:
                throw new InvalidDataException(action);
        }
    }

    private static ScoreChange Write(Leaderboard<string> board, JsonElement settings, JsonElement step)
    {
        var id = Member(step);
        var value = step.GetProperty("value").GetInt64();
        var own = step.TryGetProperty("operator", out var named) ? named : settings.GetProperty("operator");
        long? floor = settings.TryGetProperty("floorAtZero", out var atZero) && atZero.GetBoolean() ? 0 : null;
        if (step.TryGetProperty("second", out var second))
            return own.GetString() == "set" ? board.Set(id, value, second.GetInt64()) : throw new InvalidDataException($"{own} of two scores");
        return own.GetString() switch
        {
            "set" => board.Set(id, value),
            "best" => board.SetIfBetter(id, value),
            "incr" => board.Increment(id, value),
            "decr" => board.Decrement(id, value, floor),
            var other => throw new InvalidDataException(other),
        };
    }

    private static void Expect(Leaderboard<string> board, string? question, JsonElement step)
    {
        switch (question)
        {
            case "listing":
                Assert.Equal(Rows(step), board);
                break;
            case "page":
                Assert.Equal(Rows(step), board.Page(step.GetProperty("skip").GetInt32(), step.GetProperty("take").GetInt32()));
                break;
            case "around":
                Assert.Equal(Rows(step), board.Around(Member(step), step.GetProperty("take").GetInt32() / 2));
                break;
            case "ranks":
                foreach (var (id, rank) in Ranks(step))
                    Assert.Equal(rank, board[id]?.Rank);
                break;
            case "ranksFromBottom":
                foreach (var (id, rank) in Ranks(step))
                    Assert.Equal(rank, board.Count + 1 - board[id]?.Rank);
                break;
            case "count":
                Assert.Equal(step.GetProperty("value").GetInt32(), board.Count);
                break;
            default:
                throw new InvalidDataException(question);
        }
    }

    private static string Member(JsonElement step) => step.GetProperty("member").GetString()!;

    private static IEnumerable<Standing<string>> Rows(JsonElement step) =>
        step.GetProperty("rows").EnumerateArray().Select(row => new Standing<string>(row[0].GetInt32(), row[2].GetInt64(), row[1].GetString()!));

    private static IEnumerable<(string Id, int? Rank)> Ranks(JsonElement step) =>
        step.GetProperty("ranks").EnumerateObject().Select(rank => (rank.Name, rank.Value.ValueKind == JsonValueKind.Null ? (int?)null : rank.Value.GetInt32()));
}
