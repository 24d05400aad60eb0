using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>
/// Draws again what a transcript states and compares field by field: each rule from its pool, or, without the pool or the exclusions,
/// from the entries that it names.
/// </summary>
internal static class Redraw
{
    internal static Difference? FirstDifference(byte[] json, Transcript stated, PoolSearch pools, LaneWork work)
    {
        var exclusions = pools.Exclusions;
        if (pools.ExclusionsEvidence == PoolEvidence.DigestOnly)
        {
            var named = new NamedExclusions(stated);
            if (named.FirstDifference is { } other)
                return other;
            exclusions = named.Named;
        }

        var toDraw = new Dictionary<string, Pool>(StringComparer.Ordinal);
        foreach (var (place, rule) in stated.Manifest.Rules.Index())
        {
            if (pools.ToDraw(rule) is { } pool)
            {
                toDraw.Add(rule.Id, pool);
                continue;
            }

            var named = new NamedEntries(rule, stated[rule.Id], $"$.rules[{place}]");
            if (named.FirstDifference(pools.Find(rule)) is { } difference)
                return difference;
            toDraw.Add(rule.Id, named.ToPool());
        }

        var redrawn = Transcript.Of(
            stated.Manifest,
            stated.Entropy,
            stated.LateReason,
            new PrizeBook(stated.Manifest.Overlap, exclusions),
            work,
            (rule, seed, prizes, part) => rule.Draw(toDraw[rule.Id], seed, prizes, part),
            stated.Pools,
            stated.Exclusions).With(copy => (copy.Claims, copy.Proofs) = (stated.Claims, stated.Proofs));
        using var expected = JsonDocument.Parse(TranscriptJson.Write(redrawn));
        using var actual = JsonDocument.Parse(json);
        return JsonDifference.First(expected.RootElement, actual.RootElement);
    }
}
