namespace CampaignKit.Leaderboards;

/// <summary>
/// Who is on the board: gives every member a small dense number for as long as it stays. Numbers of members who left are given out again.
/// Strings that are the same if their characters are, as strings are unless told otherwise, are kept as text, which takes a fraction of the memory.
/// </summary>
/// <param name="sameId">When two ids are the same member; the type's own equality if null.</param>
/// <param name="keepsObjects">Whether ids are given back so often that they must be the very objects, not made anew from text.</param>
internal sealed class Roster<TKey>(IEqualityComparer<TKey>? sameId, bool keepsObjects = false)
    where TKey : notnull
{
    public const int Unknown = -1;

    private readonly IIdTable<TKey> _ids = TableFor(sameId, keepsObjects);

    /// <summary>When two ids are the same member; the type's own equality if null.</summary>
    public IEqualityComparer<TKey>? SameId { get; } = sameId;

    public TKey this[int member] => _ids[member];

    /// <summary>The id of a member: <paramref name="asked"/>, by which it was found, where nobody could tell the two apart.</summary>
    public TKey Held(int member, TKey asked) => _ids.Held(member, asked);

    public int Find(TKey id) => _ids.Find(Guard.Against.Null(id));

    /// <summary>Finds many at once, so that the waits for memory overlap.</summary>
    public void Find(ReadOnlySpan<TKey> ids, Span<int> members) => _ids.Find(ids, members);

    /// <summary>Takes in an id that is not on the roster.</summary>
    public int Enter(TKey id) => _ids.Enter(id);

    public void Leave(int member) => _ids.Leave(member);

    public void Clear() => _ids.Clear();

    private static IIdTable<TKey> TableFor(IEqualityComparer<TKey>? sameId, bool keepsObjects) =>
        !keepsObjects && sameId is null && new Utf8IdTable() is IIdTable<TKey> texts ? texts : new IdTable<TKey>(sameId);
}
