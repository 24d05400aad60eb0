using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The columns of a table, one entry a case in each; <see cref="CaseRow"/> says what they hold. Never written to once made.</summary>
internal sealed record CaseColumns(
    string?[] Id,
    long[] Opened,
    long[] Closed,
    long[] Took,
    long[] Due,
    TextColumn Unit,
    TextColumn Category,
    TextColumn Answer,
    CaseFacts[] Facts,
    SparseColumn<long> Updated,
    SparseColumn<bool?> Replied,
    SparseColumn<int> Reopenings)
{
    public int Count => Opened.Length;

    public CaseRecord this[int row] => new(Instant.FromUnixTimeTicks(Opened[row]))
    {
        Id = Id[row],
        Closed = Closed[row] is CaseRow.Open or CaseRow.ClosedUndated ? null : Instant.FromUnixTimeTicks(Closed[row]),
        ClosingTimeUnknown = Closed[row] == CaseRow.ClosedUndated,
        Due = Due[row] == CaseRow.NoTarget ? null : Instant.FromUnixTimeTicks(Due[row]),
        Unit = Unit[row],
        Category = Category[row],
        Contacted = Fact(row, CaseFacts.Contacted, CaseFacts.NotContacted),
        Resolved = Fact(row, CaseFacts.Resolved, CaseFacts.NotResolved),
        Answer = Answer[row] is { Length: > 0 } answer ? answer : null,
        Duplicate = Facts[row].HasFlag(CaseFacts.Duplicate),
        Updated = Updated[row] is CaseRow.NoUpdate ? null : Instant.FromUnixTimeTicks(Updated[row]),
        Replied = Replied[row],
        Reopenings = Reopenings[row] is CaseRow.NotCounted ? null : Reopenings[row],
    };

    public RecordedFacts Recorded()
    {
        var any = CaseFacts.None;
        foreach (var facts in Facts)
            any |= facts;
        return new RecordedFacts(
            (any & (CaseFacts.Contacted | CaseFacts.NotContacted)) != 0,
            (any & (CaseFacts.Resolved | CaseFacts.NotResolved)) != 0,
            Array.Exists(Answer.Values, a => a.Length > 0));
    }

    private bool? Fact(int row, CaseFacts yes, CaseFacts no) => (Facts[row] & (yes | no)) switch
    {
        CaseFacts.None => null,
        var known => known == yes,
    };
}
