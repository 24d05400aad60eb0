namespace CampaignKit.Leaderboards;

/// <summary>Ids and the places at which they stand, 0, 1, 2, ... in the order in which they were added.</summary>
internal interface IPlaces<TKey>
    where TKey : notnull
{
    TKey this[int place] { get; }

    /// <summary>The id at a place: <paramref name="asked"/>, by which it was found, where nobody could tell the two apart.</summary>
    TKey Held(int place, TKey asked);

    /// <summary>The place of an id; negative if it has none.</summary>
    int Find(TKey id);

    /// <summary>Adds an id at the next place, unless it has one.</summary>
    bool TryAdd(TKey id);
}
