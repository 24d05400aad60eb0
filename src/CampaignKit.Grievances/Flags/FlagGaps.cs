namespace CampaignKit.Grievances;

/// <summary>Which kinds of flag nothing can raise, because nobody recorded what they rest on.</summary>
internal static class FlagGaps
{
    public static IReadOnlyList<FlagKind> Of(FlagFacts[] cases, bool byDay) => cases.Length == 0 ? [] : Without(
        times: !byDay && Array.Exists(cases, c => c.Closed is not null),
        reopenings: Array.Exists(cases, c => c.Reopenings is not null),
        replies: Array.Exists(cases, c => c.Replied is not null),
        contacts: Array.Exists(cases, c => c.Contacted is not null),
        outcomes: Array.Exists(cases, c => c.Resolved is not null),
        updates: Array.Exists(cases, c => c.Updated is not null));

    /// <summary>Of the whole table, whatever of it is looked at.</summary>
    public static IReadOnlyList<FlagKind> Of(CaseTable table) => Without(
        times: table.Grain is not TimeGrain.Day && Array.Exists(table.Columns.Closed, c => c is not (CaseRow.Open or CaseRow.ClosedUndated)),
        reopenings: table.Columns.Reopenings.Values.Length > 0,
        replies: table.Columns.Replied.Values.Length > 0,
        contacts: table.Recorded.Contacted,
        outcomes: table.Recorded.Resolved,
        updates: table.Columns.Updated.Values.Length > 0);

    private static IReadOnlyList<FlagKind> Without(bool times, bool reopenings, bool replies, bool contacts, bool outcomes, bool updates) =>
    [
        .. Enum.GetValues<FlagKind>().Where(kind => !(kind switch
        {
            FlagKind.ClosedWithinMinutes or FlagKind.SharedClosingTime => times,
            FlagKind.Reopened => reopenings,
            FlagKind.ClosedWithoutReply => replies,
            FlagKind.SelectiveCallBacks => contacts && outcomes,
            FlagKind.UnevenCallBacks => contacts,
            _ => updates,
        })),
    ];
}
