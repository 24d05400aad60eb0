namespace CampaignKit.Leaderboards;

/// <summary>Texts and their places, in a table that numbers them as they come.</summary>
internal sealed class PlacesOfTexts : IPlaces<string>
{
    private readonly Utf8IdTable _ids = new();

    public string this[int place] => _ids[place];

    public string Held(int place, string asked) => asked;

    public int Find(string id) => _ids.TryFind(id, out var place) ? place : -1;

    public bool TryAdd(string id)
    {
        var before = _ids.Count;
        return _ids.Add(id) == before;
    }
}
