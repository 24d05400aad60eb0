using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws.Tests;

/// <summary>The written rules, step by step and without any speed: sort everything, walk it, ask of each entry whether it can be seated.</summary>
internal sealed class PlainDraw(OverlapPolicy overlap, IReadOnlyDictionary<string, string> excluded)
{
    private readonly Dictionary<string, (string Rule, string Entry)> _won = [];

    internal RuleOutcome Draw(AnyRule rule, RuleSeed seed)
    {
        var outcome = new Turns(this, rule, seed).Walk();
        if (overlap == OverlapPolicy.OnePrizePerPerson)
        {
            foreach (var winner in outcome.Winners)
                _won.Add(winner.Person, (rule.Id, winner.Id));
        }

        return outcome;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Turns(PlainDraw draw, AnyRule rule, RuleSeed seed)
    {
        private readonly List<DrawnEntry> _winners = [];
        private readonly List<DrawnEntry> _alternates = [];
        private readonly List<SkippedEntry> _skipped = [];

        private bool TakesEveryone => rule.Name is "number-ends-with" or "every-nth" or "threshold";

        internal RuleOutcome Walk()
        {
            foreach (var entry in InOrder())
            {
                var seats = SeatsFor(entry);
                if (seats is null)
                    continue;
                var drawn = Drawn(entry);
                if (PassedOver(drawn) is { } skipped)
                    _skipped.Add(skipped);
                else
                    seats.Add(drawn);
            }

            var among = _winners.Count(winner => winner.Value == _winners[^1].Value);
            if (rule.Name is "top-by" or "first" && rule.Ties == TiePolicy.Share && _winners.Count > rule.Take)
            {
                var share = new Share(rule.Take - (_winners.Count - among), among);
                for (var i = _winners.Count - among; i < _winners.Count; i++)
                    _winners[i] = _winners[i] with { Share = share };
            }

            return new RuleOutcome(rule.Id, seed, _winners, _alternates, _skipped);
        }

        private List<AnyEntry> InOrder() => rule.Name switch
        {
            "top-by" => [.. rule.Entries.OrderByDescending(entry => entry.Value)
                .ThenBy(entry => rule.Ties == TiePolicy.EarliestToReach ? entry.Reached : 0).ThenBy(Ticket, StringComparer.Ordinal)],
            "first" => [.. rule.Entries.OrderBy(entry => entry.Value).ThenBy(Ticket, StringComparer.Ordinal)],
            "random" => [.. rule.Entries.OrderBy(Ticket, StringComparer.Ordinal)],
            "weighted" => [.. rule.Entries.Where(entry => entry.Value != 0).OrderBy(Ticket, StringComparer.Ordinal)],
            "number-ends-with" => [.. ByNumber().Where(entry => rule.Suffixes.Any(suffix => entry.Number.EndsWith(suffix, StringComparison.Ordinal)))],
            "every-nth" => [.. ByNumber().Where(entry => BigInteger.Parse(entry.Number, null) % rule.N == rule.Offset)],
            _ => [.. rule.Entries.Where(entry => entry.Value >= rule.AtLeast).OrderByDescending(entry => entry.Value).ThenBy(Bytes, StringComparer.Ordinal)],
        };

        private IEnumerable<AnyEntry> ByNumber() => rule.Entries
            .OrderBy(entry => BigInteger.Parse(entry.Number, null)).ThenBy(entry => entry.Number, StringComparer.Ordinal).ThenBy(Bytes, StringComparer.Ordinal);

        private List<DrawnEntry>? SeatsFor(AnyEntry entry)
        {
            if (TakesEveryone)
                return _winners;
            if (rule.Quotas.Count > 0)
                return SeatsUnderQuotas(entry);
            var tiedWithTheLast = rule.Name is "top-by" or "first" && rule.Ties is TiePolicy.Share or TiePolicy.Extend
                && _winners.Count >= rule.Take && rule.ValueOf(entry) == _winners[rule.Take - 1].Value;
            if (_winners.Count < rule.Take || tiedWithTheLast)
                return _winners;
            return _alternates.Count < rule.Alternates ? _alternates : null;
        }

        private List<DrawnEntry>? SeatsUnderQuotas(AnyEntry entry)
        {
            var wins = _winners.CountBy(winner => winner.Stratum!).ToDictionary();
            wins[entry.Stratum!] = wins.GetValueOrDefault(entry.Stratum!) + 1;
            var withinMaximum = wins[entry.Stratum!] <= (rule.Quotas.FirstOrDefault(quota => quota.Stratum == entry.Stratum)?.Max ?? int.MaxValue);
            var lacking = rule.Quotas.Sum(quota => Math.Max(0, quota.Min - wins.GetValueOrDefault(quota.Stratum)));
            if (withinMaximum && rule.Take - (_winners.Count + 1) >= lacking)
                return _winners;
            return _alternates.Count(alternate => alternate.Stratum == entry.Stratum) < rule.Alternates ? _alternates : null;
        }

        private SkippedEntry? PassedOver(DrawnEntry drawn)
        {
            if (draw.ExcludedBy(drawn.Person) is { } why)
                return new SkippedEntry(drawn, SkipReason.Excluded, Why: why);
            if (draw._won.TryGetValue(drawn.Person, out var prize))
                return new SkippedEntry(drawn, SkipReason.WonByEarlierRule, prize.Rule, prize.Entry);
            return draw.IsOnePerPerson && _winners.Concat(_alternates).FirstOrDefault(seated => seated.Person == drawn.Person) is { } other
                ? new SkippedEntry(drawn, SkipReason.DrawnByThisRule, rule.Id, other.Id)
                : null;
        }

        private DrawnEntry Drawn(AnyEntry entry) =>
            new(entry.Id, rule.ValueOf(entry), TakesEveryone ? null : Digest.Parse(Ticket(entry)), entry.Holder)
            {
                Reached = rule.Name == "top-by" && rule.Ties == TiePolicy.EarliestToReach ? entry.Reached.ToString(null, null) : null,
                Stratum = entry.Stratum,
            };

        private string Ticket(AnyEntry entry) => rule.Name == "weighted"
            ? Enumerable.Range(1, (int)Math.Abs(entry.Value)).Select(j => Hash($"{seed}{entry.Id}#{j}")).Min(StringComparer.Ordinal)!
            : Hash($"{seed}{entry.Id}");

        private static string Bytes(AnyEntry entry) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(entry.Id));
    }

    private bool IsOnePerPerson => overlap == OverlapPolicy.OnePrizePerPerson;

    private string? ExcludedBy(string person) => excluded.GetValueOrDefault(person);
}
