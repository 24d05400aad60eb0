using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>Few members and few scores, so that ties are the rule; now and then a score at an end of the range.</summary>
public static class BoardGenerators
{
    // Ordinal order differs from a culture's in the case of letters.
    private static readonly string[] Ids = ["a", "B", "b", "ä", "C", "c1", "c10", "c2"];

    private static readonly Gen<string> Id = Gen.Elements(Ids);

    private static readonly Gen<long> Score = Gen.Frequency(
        (12, Gen.Choose(-3, 3).Select(score => (long)score)),
        (1, Gen.Elements(long.MinValue, long.MinValue + 1, long.MaxValue - 1, long.MaxValue)));

    private static readonly Gen<long> Amount = Score.Select(score => score == long.MinValue ? long.MaxValue : Math.Abs(score));

    private static readonly Gen<long?> Floor = Gen.OneOf(Gen.Constant((long?)null), Score.Select(floor => (long?)floor));

    public static Arbitrary<LeaderboardOptions> Options() =>
        (from order in Gen.Elements(Enum.GetValues<ScoreOrder>())
         from ranking in Gen.Elements(Enum.GetValues<RankStyle>())
         from ties in Gen.Elements(Enum.GetValues<TieOrder>())
         select new LeaderboardOptions { Order = order, Ranking = ranking, Ties = ties }).ToArbitrary();

    public static Arbitrary<Operation> Operations() => Gen.Frequency(
        (6, from id in Id from score in Score select (Operation)new Operation.SetScore(id, score)),
        (4, from id in Id from score in Score select (Operation)new Operation.SetIfBetter(id, score)),
        (8, from id in Id from amount in Score select (Operation)new Operation.Increment(id, amount)),
        (4, from id in Id from amount in Amount from floor in Floor select (Operation)new Operation.Decrement(id, amount, floor)),
        (3, Id.Select(id => (Operation)new Operation.Remove(id))),
        (1, Gen.Choose(0, 9).Select(n => (Operation)new Operation.KeepTop(n))),
        (1, Gen.Constant((Operation)new Operation.Clear()))).ToArbitrary();
}
