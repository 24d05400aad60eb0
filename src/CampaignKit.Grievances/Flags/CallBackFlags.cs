using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>Whether a unit called back some citizens rather than others: by outcome of the case, and against all other units.</summary>
internal static class CallBackFlags
{
    /// <summary>Among the closed cases of which it is known, those called back.</summary>
    public static Rate Known(IEnumerable<FlagFacts> cases) => CalledBack(cases, "closed cases");

    public static IEnumerable<CaseFlag> Of(string unit, FlagFacts[] cases, Rate everyone, int units, FlagOptions options)
    {
        var mine = Known(cases);
        var others = Rate.Of(everyone.Hits - mine.Hits, everyone.Base - mine.Base, "closed cases of other units");
        var resolved = CalledBack(cases.Where(c => c.Resolved is true), "closed resolved cases");
        var unresolved = CalledBack(cases.Where(c => c.Resolved is false), "closed unresolved cases");
        return ((CaseFlag?[])
        [
            Compared(FlagKind.SelectiveCallBacks, resolved, unresolved, c => c.Resolved is false,
                "the citizens to be asked may have been chosen by outcome, or the others could not be reached. Satisfaction among those called back does not speak for the rest."),
            Compared(FlagKind.UnevenCallBacks, mine, others, _ => true,
                "practice may differ between units, or records may. Their satisfaction rates rest on different shares of citizens."),
        ]).OfType<CaseFlag>();

        CaseFlag? Compared(FlagKind kind, Rate one, Rate other, Func<FlagFacts, bool> concerns, string meaning)
        {
            if (one.Value is not { } share || other.Value is not { } otherShare || Math.Abs(share - otherShare) < options.LeastDifference)
                return null;
            var probability = FisherExactTest.TwoSided((long)one.Hits, one.Base, (long)other.Hits, other.Base);
            if (probability > options.Significance / (2.0 * units))
                return null;
            return new CaseFlag
            {
                Unit = unit,
                Kind = kind,
                Rate = one,
                ComparedWith = other,
                Probability = probability,
                Cases = [.. cases.Where(c => IsKnown(c) && c.Contacted is false && concerns(c)).Select(c => c.Id).OfType<string>().Take(options.NamedCases)],
                Sentence = $"citizens were called back in {Text(one)} but {Text(other)} (Fisher's exact test: p {Text(probability)}); {meaning}",
            };
        }
    }

    private static Rate CalledBack(IEnumerable<FlagFacts> cases, string baseName)
    {
        FlagFacts[] known = [.. cases.Where(IsKnown)];
        return Rate.Of(known.Count(c => c.Contacted is true), known.Length, baseName);
    }

    private static bool IsKnown(FlagFacts facts) => facts is { IsClosed: true, Contacted: not null };

    private static string Text(Rate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Hits:#,0} of {rate.Base:#,0} {rate.BaseName}");

    private static string Text(double probability) =>
        probability < 0.0001 ? "below 0.0001" : string.Create(CultureInfo.InvariantCulture, $"{probability:0.0000}");
}
