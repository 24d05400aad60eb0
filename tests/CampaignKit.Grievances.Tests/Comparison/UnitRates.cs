using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

/// <summary>One to twelve units, u0 and on, with bases of 0 to a hundred thousand, some of them without a hit or a miss.</summary>
public sealed record UnitRates(NamedRate[] Units)
{
    public static Arbitrary<UnitRates> Arbitrary() => Arb.From(
        from units in Gen.NonEmptyListOf(
            from size in Gen.Elements(0, 1, 20, 1_000, 100_000)
            from count in Gen.Choose(0, size)
            from percent in Gen.OneOf(Gen.Constant(0), Gen.Constant(100), Gen.Choose(0, 100))
            select Rate.Of((long)count * percent / 100, count, "cases"))
        select new UnitRates([.. units.Take(12).Select((rate, i) => new NamedRate($"u{i}", rate))]));

    public override string ToString() => string.Join("; ", Units.Select(u => $"{u.Rate.Hits}/{u.Rate.Base}"));
}
