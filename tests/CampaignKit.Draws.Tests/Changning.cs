using System.Globalization;

namespace CampaignKit.Draws.Tests;

/// <summary>The frozen week of the first scenario: ranks, messages and numbers of 12,000 participants.</summary>
internal static class Changning
{
    internal const string Secret = "5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142";

    internal static readonly OperatorCommitment Entropy = OperatorCommitment.To(Secret);

    internal static readonly OperatorReveal Reveal = new(Secret);

    internal static readonly Pool Scores = Pool.OfScores(Enumerable.Range(1, 12_000).Select(number => (Number(number), (long)ScoreOf(number))));

    internal static readonly Pool Messages = Pool.Of(Enumerable.Range(1, 260).Select(Message));

    internal static readonly Pool Numbers = Pool.OfNumbers(Enumerable.Range(1, 12_000).Select(number => (Number(number), Number(number))));

    internal static string Number(int number) => number.ToString("D5", CultureInfo.InvariantCulture);

    internal static string Message(int number) => $"m{number.ToString("D3", CultureInfo.InvariantCulture)}";

    /// <summary>Messages by fewer people than there are messages, some of whom are high in the ranks.</summary>
    internal static Pool HeldMessages() =>
        Messages.HeldBy(Enumerable.Range(1, 260).ToDictionary(Message, number => Number((number * 7) % 90 + 1)));

    internal static DrawPlan Plan() => Draw.Plan("changning/lucky/2021-W13")
        .TopBy("rank", Scores, take: 20, ties: TiePolicy.Ticket)
        .Random("messages", HeldMessages(), take: 20, alternates: 10)
        .NumberEndsWith("number", Numbers, "1921", "2021")
        .OnePrizePerPerson();

    internal static DrawResult Held() => Plan().Lock(Entropy).Hold(Reveal);

    private static int ScoreOf(int number) => number switch
    {
        <= 4 => 9,
        <= 13 => 8,
        > 100 and <= 140 => 7,
        _ => number % 7,
    };
}
