using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>The section of flags.</summary>
internal static class FlagParts
{
    private const int MostFlags = 40;
    private const int MostCases = 5;

    public static IEnumerable<PagePart> Of(FlagReport report)
    {
        if (report.Flags.Count == 0)
        {
            yield return new PageProse($"No flags in {Count(report.Cases, "case")}.");
            yield break;
        }

        yield return new PageProse("Each is a reason to look, never a finding: it accuses nobody, and has innocent explanations too.");
        if (report.Flags.Count > MostFlags)
            yield return new PageProse($"The {MostFlags} of the most cases, of {Number(report.Flags.Count)}; the JSON has all.");
        var shown = report.Flags.Count <= MostFlags ? report.Flags : report.Flags.OrderByDescending(f => f.Rate.Hits).Take(MostFlags);
        yield return new PageList([.. shown.OrderBy(f => f.Unit, NaturalOrder.Instance).ThenBy(f => f.Kind).Select(f => $"{f}{Named(f)}")]);
    }

    private static string Named(CaseFlag flag) => flag.Cases.Count == 0 ? ""
        : $" Cases: {string.Join(", ", flag.Cases.Take(MostCases))}{(flag.Cases.Count > MostCases ? ", …" : ".")}";
}
