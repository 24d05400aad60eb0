using System.Collections;

namespace CampaignKit.Grievances;

/// <summary>Ids of cases in order, compared by value.</summary>
internal sealed class CaseIds(params string[] ids) : IReadOnlyList<string>, IEquatable<CaseIds>
{
    private readonly string[] _ids = ids;

    public int Count => _ids.Length;

    public string this[int index] => _ids[index];

    public bool Equals(CaseIds? other) => other is not null && _ids.AsSpan().SequenceEqual(other._ids);

    public override bool Equals(object? obj) => Equals(obj as CaseIds);

    public override int GetHashCode() => _ids.Length;

    public override string ToString() => $"[{string.Join(", ", _ids)}]";

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_ids).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
