using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>Few members and scores, most of them small; now and then one that logs do not take, or at an end of the range.</summary>
public static class DenseWrites
{
    private static readonly Gen<long> Amount = Gen.Frequency(
        (30, Gen.Choose(0, 4).Select(score => (long)score)),
        (1, Gen.Elements(-3L, ScoreLogs.MaxScore, ScoreLogs.MaxScore + 1L, long.MinValue, long.MaxValue)));

    public static Arbitrary<DenseWrite> Any() =>
        (from kind in Gen.Frequency(
             (4, Gen.Constant(DenseWriteKind.Increment)),
             (5, Gen.Elements(Enum.GetValues<DenseWriteKind>())))
         from member in Gen.Choose(0, 9)
         from amount in Amount
         from floor in Gen.Elements<long?>(null, 0, 2)
         select new DenseWrite(kind, member, kind == DenseWriteKind.Decrement && amount < 0 ? -(amount + 1) : amount, floor)).ToArbitrary();
}
