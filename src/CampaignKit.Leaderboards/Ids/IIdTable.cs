namespace CampaignKit.Leaderboards;

/// <summary>Ids and the small dense numbers they have. Reads may run beside one another, not beside a write.</summary>
internal interface IIdTable<TKey>
{
    /// <summary>The id that has a number in use.</summary>
    TKey this[int number] { get; }

    /// <summary>The id that has a number: <paramref name="asked"/>, by which it was found, where nobody could tell the two apart.</summary>
    TKey Held(int number, TKey asked);

    /// <summary>The number of an id; -1 if it has none.</summary>
    int Find(TKey id);

    /// <summary>The numbers of ids, none of them null.</summary>
    void Find(ReadOnlySpan<TKey> ids, Span<int> numbers);

    /// <summary>Gives a number to an id that has none: the one given back last, or the next.</summary>
    int Enter(TKey id);

    void Leave(int number);

    void Clear();
}
