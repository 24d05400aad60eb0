using System.Globalization;

namespace CampaignKit.Draws.Tests;

/// <summary>A rule as plain data: what a generator makes, the library draws and <see cref="PlainDraw"/> draws again.</summary>
internal sealed record AnyRule(string Id, string Name, IReadOnlyList<AnyEntry> Entries)
{
    internal static readonly string[] Names = ["top-by", "first", "random", "weighted", "number-ends-with", "every-nth", "threshold"];

    internal int Take { get; init; } = 1;

    internal int Alternates { get; init; }

    internal TiePolicy Ties { get; init; }

    internal IReadOnlyList<Quota> Quotas { get; init; } = [];

    internal IReadOnlyList<string> Suffixes { get; init; } = ["1"];

    internal long N { get; init; } = 1;

    internal long Offset { get; init; }

    internal long AtLeast { get; init; }

    internal Pool Pool()
    {
        var pool = Name switch
        {
            "top-by" when Ties == TiePolicy.EarliestToReach => Draws.Pool.OfTimedScores(Entries.Select(entry => (entry.Id, entry.Value, entry.Reached))),
            "top-by" or "first" or "threshold" => Draws.Pool.OfScores(Entries.Select(entry => (entry.Id, entry.Value))),
            "weighted" => Draws.Pool.OfWeights(Entries.Select(entry => (entry.Id, Math.Abs(entry.Value)))),
            "random" => Draws.Pool.Of(Entries.Select(entry => entry.Id)),
            _ => Draws.Pool.OfNumbers(Entries.Select(entry => (entry.Id, entry.Number))),
        };
        if (Entries.Count > 0 && Entries[0].Holder is not null)
            pool = pool.HeldBy(Entries.ToDictionary(entry => entry.Id, entry => entry.Holder!));
        return Entries.Count > 0 && Entries[0].Stratum is null ? pool : pool.InStrata(Entries.ToDictionary(entry => entry.Id, entry => entry.Stratum!));
    }

    internal DrawRule Rule() => Rule(Pool().Commitment);

    internal DrawPlan AddTo(DrawPlan plan) => Name switch
    {
        "top-by" => plan.TopBy(Id, Pool(), Take, Ties, Alternates),
        "first" => plan.FirstN(Id, Pool(), Take, Ties, Alternates),
        "random" or "weighted" => plan.Random(Id, Pool(), Take, Alternates, Quotas),
        "number-ends-with" => plan.NumberEndsWith(Id, Pool(), Suffixes),
        "every-nth" => plan.EveryNth(Id, Pool(), N, Offset),
        _ => plan.Threshold(Id, Pool(), AtLeast),
    };

    internal RuleOutcome Draw(RuleSeed seed, OverlapPolicy overlap = OverlapPolicy.OnePrizePerPerson, Exclusions? exclusions = null) =>
        Rule().Draw(Pool(), seed, new PrizeBook(overlap, exclusions));

    internal string? ValueOf(AnyEntry entry) => Name switch
    {
        "random" => null,
        "weighted" => Text(Math.Abs(entry.Value)),
        "number-ends-with" or "every-nth" => entry.Number,
        _ => Text(entry.Value),
    };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private DrawRule Rule(PoolCommitment pool) => Name switch
    {
        "top-by" => new TopByRule(Id, pool, Take, Ties, Alternates),
        "first" => new FirstNRule(Id, pool, Take, Ties, Alternates),
        "random" or "weighted" => new RandomRule(Id, pool, Take, Alternates, Quotas),
        "number-ends-with" => new NumberEndsWithRule(Id, pool, Suffixes),
        "every-nth" => new EveryNthRule(Id, pool, N, Offset),
        _ => new ThresholdRule(Id, pool, AtLeast),
    };
}
