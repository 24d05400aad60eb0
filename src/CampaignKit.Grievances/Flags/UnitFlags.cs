using System.Globalization;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The flags that a unit's own cases show, without comparison.</summary>
internal static class UnitFlags
{
    public static IEnumerable<CaseFlag> Of(string unit, FlagFacts[] cases, FlagOptions options)
    {
        FlagFacts[] closed = [.. cases.Where(c => c.Closed is not null)];
        FlagFacts[] everClosed = [.. cases.Where(c => c.Reopenings is not null && (c.IsClosed || c.Reopenings > 0))];
        var instants = closed.GroupBy(c => c.Closed!.Value).Where(g => g.Count() >= options.SharedInstant).Select(g => g.Key).ToHashSet();

        return ((CaseFlag?[])
        [
            Flag(FlagKind.ClosedWithinMinutes, closed, c => c.Closed - c.Opened < options.Minutes, "closed cases", options.LeastShare, r =>
                $"{r} were closed within {Minutes(options.Minutes)} of their beginning; they may have been settled on the phone, entered afterwards, or closed unread. "
                + "Times of this unit compare with others only without them."),
            Flag(FlagKind.Reopened, everClosed, c => c.Reopenings > 0, "cases closed at least once", options.LeastShare, r =>
                $"{r} were closed and reopened; they may have been closed too early, or new facts came in. Their first closing is not their resolution."),
            Flag(FlagKind.ClosedWithoutReply, [.. cases.Where(c => c.IsClosed && c.Replied is not null)], c => c.Replied is false, "closed cases that record replies", options.LeastShare, r =>
                $"{r} were closed without a reply to the citizen, as the record says; it may have been given later or elsewhere, or never."),
            Flag(FlagKind.UpdateAsClosing, [.. closed.Where(c => c.Updated is not null)], c => c.Closed == c.Updated, "closed cases with a time of update", options.UpdateShare, r =>
                $"{r} have the time of their last update as closing time; closing may simply have been the last thing that happened to them, or a later change or "
                + "an import may have overwritten the closing time. The two look the same here; if it was the latter, cases were closed sooner than it says."),
            Flag(FlagKind.SharedClosingTime, closed, c => instants.Contains(c.Closed!.Value), "closed cases", 0, r =>
                $"{r} share their closing time to the instant with at least {Number(options.SharedInstant - 1)} others, instants in all: {Number(instants.Count)}; "
                + "they may have been closed in bulk, dated by day only, or stamped by an import."),
        ]).OfType<CaseFlag>();

        CaseFlag? Flag(FlagKind kind, FlagFacts[] among, Func<FlagFacts, bool> isHit, string baseName, double leastShare, Func<string, string> sentence)
        {
            FlagFacts[] hits = [.. among.Where(isHit)];
            if (hits.Length == 0 || hits.Length < leastShare * among.Length)
                return null;
            return new CaseFlag
            {
                Unit = unit,
                Kind = kind,
                Rate = Rate.Of(hits.Length, among.Length, baseName),
                Cases = [.. hits.Select(c => c.Id).OfType<string>().Take(options.NamedCases)],
                Sentence = sentence($"{Number(hits.Length)} of {Number(among.Length)} {baseName}"),
            };
        }
    }

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Minutes(Duration duration) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0.##} minutes");
}
