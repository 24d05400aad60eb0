using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

/// <summary>Some cases, closed and open, many of them after the same time.</summary>
public sealed record CaseTimes(CaseTime[] Cases)
{
    public static Arbitrary<CaseTimes> Arbitrary() => Arb.From(
        from longest in Gen.Elements(3, 30, 100_000)
        from cases in Gen.ArrayOf(
            from elapsed in Gen.Choose(0, longest)
            from open in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
            select open ? CaseTime.Open(elapsed) : CaseTime.Closed(elapsed))
        select new CaseTimes(cases));
}
