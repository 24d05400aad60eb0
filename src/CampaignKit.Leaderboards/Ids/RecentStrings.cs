namespace CampaignKit.Leaderboards;

/// <summary>
/// Some of the strings that were made of texts lately, by number, in pairs of places. Whoever takes one must see that it is still the text: then numbers
/// need not be forgotten here when they leave, and threads that read at the same time do each other no harm but to make a string once more.
/// </summary>
/// <param name="ids">The numbers of the texts.</param>
internal sealed class RecentStrings(IIdTable<string> ids)
{
    public const int MostPlaces = 4096;

    private const int FewestPlaces = 8;

    private string?[] _strings = new string?[FewestPlaces];

    public string? First(int number)
    {
        var strings = _strings;
        return strings[PlaceOf(number, strings)];
    }

    public string? Second(int number)
    {
        var strings = _strings;
        return strings[PlaceOf(number, strings) + 1];
    }

    public void Add(int number, string text)
    {
        var strings = _strings;
        if (strings.Length < MostPlaces && strings[PlaceOf(number, strings) + 1] is not null)
            _strings = strings = Grown(strings);
        Put(number, text, strings);
    }

    private static void Put(int number, string text, string?[] strings)
    {
        var place = PlaceOf(number, strings);
        strings[place + 1] = strings[place];
        strings[place] = text;
    }

    private static int PlaceOf(int number, string?[] strings) => (2 * number) & (strings.Length - 2);

    // Of two threads that grow at the same time one may undo what the other did: some strings are then made once more.
    private string?[] Grown(string?[] strings)
    {
        var grown = new string?[2 * strings.Length];
        for (var place = strings.Length - 1; place >= 0; place--)
        {
            if (strings[place] is { } text && ids.Find(text) is var number and not Roster<string>.Unknown)
                Put(number, text, grown);
        }

        return grown;
    }
}
