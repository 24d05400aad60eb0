using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>Few members and scores as campaigns have them, with ties as the rule and most writes raising a score by one.</summary>
public static class OrderWrites
{
    private static readonly Gen<int> Member = Gen.Choose(0, 150);

    public static Arbitrary<OrderWrite> Any() => Gen.Frequency(
        (12, Member.Select(member => new OrderWrite(member, 1, IsAbsolute: false))),
        (4, from member in Member from score in Gen.Choose(0, 6) select new OrderWrite(member, score, IsAbsolute: true)),
        (1, from member in Member from score in Gen.Choose(0, 3000) select new OrderWrite(member, score, IsAbsolute: true)),
        (3, Member.Select(member => new OrderWrite(member, null, IsAbsolute: true)))).ToArbitrary();
}
