using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>The section of flags.</summary>
internal static class FlagParts
{
    private const int MostFlags = 40;
    private const int MostCases = 5;

    /// <summary>What each kind rests on; that on which two kinds rest stands once.</summary>
    private static readonly (FlagKind Kind, string Fact)[] Facts =
    [
        (FlagKind.ClosedWithinMinutes, "exact closing times"), (FlagKind.Reopened, "reopenings"), (FlagKind.ClosedWithoutReply, "replies"),
        (FlagKind.UpdateAsClosing, "times of the last update"), (FlagKind.UnevenCallBacks, "call-backs"), (FlagKind.SelectiveCallBacks, "which matters were resolved"),
    ];

    public static IEnumerable<PagePart> Of(GrievanceReport report)
    {
        var flags = report.Flags!;
        if (flags.Flags.Count == 0)
        {
            yield return new PageProse($"No flags in {Count(flags.Cases, "case")}.{NotLookedFor(report)}");
            yield break;
        }

        yield return new PageProse($"Each is a reason to look, never a finding: it accuses nobody, and has innocent explanations too.{NotLookedFor(report)}");
        if (flags.Flags.Count > MostFlags)
            yield return new PageProse($"The {MostFlags} of the most cases, of {Number(flags.Flags.Count)}; the JSON has all.");
        var shown = flags.Flags.Count <= MostFlags ? flags.Flags : flags.Flags.OrderByDescending(f => f.Rate.Hits).Take(MostFlags);
        yield return new PageList([.. shown.OrderBy(f => f.Unit, NaturalOrder.Instance).ThenBy(f => f.Kind).Select(f => $"{f}{Named(f)}")]);
    }

    /// <summary>What no flag could be drawn from, so that its silence is not taken for an answer; empty if there is nothing.</summary>
    private static string NotLookedFor(GrievanceReport report)
    {
        var (ofFile, ofCases) = (FlagGaps.Of(report.Source), report.Flags!.NotLookedFor);
        return $"{Sentence("the file does not say", [.. ofCases.Where(ofFile.Contains)])}{Sentence("these cases do not say", [.. ofCases.Where(k => !ofFile.Contains(k))])}";

        string Sentence(string reason, IReadOnlyList<FlagKind> kinds)
        {
            // Without call-backs, outcomes would be of no use.
            string[] facts = [.. Facts.Where(f => kinds.Contains(f.Kind) && !(f.Kind is FlagKind.SelectiveCallBacks && ofCases.Contains(FlagKind.UnevenCallBacks))).Select(f => f.Fact)];
            return facts.Length == 0 ? "" : $" Not looked for, because {reason}: {string.Join(", ", facts)}.";
        }
    }

    private static string Named(CaseFlag flag) => flag.Cases.Count == 0 ? ""
        : $" Cases: {string.Join(", ", flag.Cases.Take(MostCases))}{(flag.Cases.Count > MostCases ? ", …" : ".")}";
}
