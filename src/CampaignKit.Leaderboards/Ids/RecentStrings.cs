namespace CampaignKit.Leaderboards;

/// <summary>
/// Some of the strings that were made of texts lately, by number, in pairs of places. Whoever takes one must see that it is still the text: then numbers
/// need not be forgotten here when they leave, and threads that read at the same time do each other no harm but to make a string once more.
/// </summary>
internal sealed class RecentStrings
{
    public const int Places = 4096;

    private readonly string?[] _strings = new string?[Places];

    public string? First(int number) => _strings[PlaceOf(number)];

    public string? Second(int number) => _strings[PlaceOf(number) + 1];

    public void Add(int number, string text)
    {
        var place = PlaceOf(number);
        _strings[place + 1] = _strings[place];
        _strings[place] = text;
    }

    private static int PlaceOf(int number) => (2 * number) & (Places - 2);
}
