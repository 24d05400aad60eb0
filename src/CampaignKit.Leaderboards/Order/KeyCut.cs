namespace CampaignKit.Leaderboards;

/// <summary>The cut before, or behind, all that bear one key.</summary>
internal readonly struct KeyCut : ICut<Seat>, ICut<long>
{
    private readonly long _key;
    private readonly bool _behind;

    private KeyCut(long key, bool behind)
    {
        _key = key;
        _behind = behind;
    }

    public static KeyCut Before(long key) => new(key, behind: false);

    public static KeyCut Behind(long key) => new(key, behind: true);

    public bool IsAfter(in Seat item) => IsAfter(item.Key);

    public bool IsAfter(in long item) => item < _key || (_behind && item == _key);
}
