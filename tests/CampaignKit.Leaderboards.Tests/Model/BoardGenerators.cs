using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>Few members and few scores, so that ties are the rule; now and then a score at an end of the range.</summary>
public static class BoardGenerators
{
    // Ordinal order differs from a culture's in the case of letters.
    private static readonly string[] Ids = ["a", "B", "b", "ä", "C", "c1", "c10", "c2"];

    private static readonly Gen<bool> Flag = Gen.Elements(true, false);

    private static readonly Gen<string> Id = Gen.Elements(Ids);

    private static readonly Gen<long> Score = Gen.Frequency(
        (12, Gen.Choose(-3, 3).Select(score => (long)score)),
        (1, Gen.Elements(long.MinValue, long.MinValue + 1, long.MaxValue - 1, long.MaxValue)));

    private static readonly Gen<long> Second = Gen.Frequency(
        (12, Gen.Choose(-1, 1).Select(score => (long)score)),
        (1, Gen.Elements(long.MinValue, long.MaxValue)));

    private static readonly Gen<long> Amount = Score.Select(score => score == long.MinValue ? long.MaxValue : Math.Abs(score));

    private static readonly Gen<long?> Floor = Gen.OneOf(Gen.Constant((long?)null), Score.Select(floor => (long?)floor));

    private static readonly Gen<Condition> Always = Gen.Constant(default(Condition));

    private static readonly Gen<Condition> When = Gen.Frequency(
        (4, Always),
        (1, from onBoard in Gen.Elements<bool?>(true, false, null)
            from revision in Gen.OneOf(Gen.Constant((long?)null), Gen.Choose(0, 6).Select(revision => (long?)revision))
            select new Condition(onBoard, revision)));

    public static Arbitrary<LeaderboardOptions> Options() =>
        (from order in Gen.Elements(Enum.GetValues<ScoreOrder>())
         from ranking in Gen.Elements(Enum.GetValues<RankStyle>())
         from ties in Gen.Elements(Enum.GetValues<TieOrder>())
         from secondOrder in Gen.Elements(Enum.GetValues<ScoreOrder>())
         from ranksBySecond in Flag
         from leavesZero in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
         from keepsRevisions in Flag
         select new LeaderboardOptions
         {
             Order = order,
             Ranking = ranking,
             Ties = ties,
             SecondOrder = secondOrder,
             RanksBySecondScore = ranksBySecond,
             LeavesZeroUnranked = leavesZero,
             KeepsRevisions = keepsRevisions,
         }).ToArbitrary();

    public static Arbitrary<Operation.Increment> Increments() =>
        (from id in Id from amount in Score select new Operation.Increment(id, amount, default)).ToArbitrary();

    public static Arbitrary<Operation> Operations() => Arb.From(Operation, Shorter);

    private static Gen<Operation> Operation => Gen.Frequency(
        (6, from id in Id from score in Score from second in Second from when in When select (Operation)new Operation.SetScore(id, score, second, when)),
        (4, from id in Id from score in Score from second in Second from when in When select (Operation)new Operation.SetIfBetter(id, score, second, when)),
        (6, from id in Id from amount in Score from when in When select (Operation)new Operation.Increment(id, amount, when)),
        (3, from id in Id from amount in Score from second in Second from when in When select (Operation)new Operation.IncrementBoth(id, amount, second, when)),
        (4, from id in Id from amount in Amount from floor in Floor from when in When select (Operation)new Operation.Decrement(id, amount, floor, when)),
        (3, Id.Select(id => (Operation)new Operation.Remove(id))),
        (2, Id.Select(id => (Operation)new Operation.Hide(id))),
        (3, Id.Select(id => (Operation)new Operation.Show(id))),
        (1, Gen.Choose(0, 9).Select(n => (Operation)new Operation.KeepTop(n))),
        (1, Gen.Constant((Operation)new Operation.Clear())),
        (1, (from id in Id from score in Score from second in Second select (id, score, second)).ArrayOf().Select(members => (Operation)new Operation.Load(members))),
        (2, Gen.Constant((Operation)new Operation.SaveAndRestore())));

    /// <summary>Plainer writes that may fail as well; FsCheck itself leaves out the ones that need not be there.</summary>
    private static IEnumerable<Operation> Shorter(Operation operation) => operation switch
    {
        Operation.SetScore write when write.Condition != default => [write with { Condition = default }],
        Operation.SetIfBetter write when write.Condition != default => [write with { Condition = default }],
        Operation.SetIfBetter write => [new Operation.SetScore(write.Id, write.Score, write.Second, default)],
        Operation.Increment write when write.Condition != default => [write with { Condition = default }],
        Operation.IncrementBoth write => [new Operation.Increment(write.Id, write.By, write.Condition)],
        Operation.Decrement write when write.Condition != default || write.Floor is not null => [write with { Condition = default, Floor = null }],
        Operation.Load load when load.Members.Length > 1 => [new Operation.Load(load.Members[1..]), new Operation.Load(load.Members[..^1])],
        _ => [],
    };
}
