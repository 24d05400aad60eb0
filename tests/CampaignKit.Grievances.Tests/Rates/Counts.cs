using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

/// <summary>Hits, with thousandths, out of a base of 1 to ten million.</summary>
public sealed record Counts(decimal Hits, long Base)
{
    public Rate Rate => Rate.Of(Hits, Base, "cases");


    public Rate Misses => Rate.Of(Base - Hits, Base, "cases");

    public static Arbitrary<Counts> Arbitrary() => Arb.From(
        from size in Gen.Elements(1, 10, 1_000, 10_000_000)
        from count in Gen.Choose(1, size)
        from thousandths in Gen.OneOf(Gen.Constant(0L), Gen.Constant(count * 1000L), Gen.Choose(0, 1_000_000).Select(part => count * 1000L * part / 1_000_000))
        select new Counts(thousandths / 1000m, count));
}
