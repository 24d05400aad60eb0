using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>Counts what cases of a source say of updates, replies and reopenings but nobody can read: it is taken as unknown, and the case stays.</summary>
internal sealed class UnreadCells
{
    private readonly List<CaseField> _ofRow = [];
    private readonly SortedDictionary<CaseField, long> _counts = [];

    public void StartRow() => _ofRow.Clear();

    public void Add(CaseField field) => _ofRow.Add(field);

    /// <summary>Counts those of the row, which makes a case.</summary>
    public void KeepRow()
    {
        foreach (var field in _ofRow)
            _counts[field] = _counts.GetValueOrDefault(field) + 1;
    }

    public IEnumerable<string> Assumptions() =>
        _counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{NameOf(c.Key)} that cannot be read, {c.Value:#,0} in all, are taken as unknown."));

    private static string NameOf(CaseField field) => field switch
    {
        CaseField.Updated => "Times of the last update",
        CaseField.Replied => "Words on replies",
        _ => "Numbers of reopenings",
    };
}
