using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>A board as the command shows it, be it of members or of teams.</summary>
internal abstract class RankedBoard
{
    protected abstract int Count { get; }

    /// <summary>Entries from a place on.</summary>
    /// <param name="skip">How many are passed over.</param>
    /// <param name="take">How many are listed, if there are as many.</param>
    /// <param name="ranking">How ranks are counted; fractional if null.</param>
    public abstract IReadOnlyList<BoardEntry> Page(int skip, int take, RankStyle? ranking);

    /// <summary>An entry and its neighbours, at an end of the board so many more on the other side; null if the id is not on the board.</summary>
    public IReadOnlyList<BoardEntry>? Around(string id, int radius, RankStyle? ranking)
    {
        if (PlaceOf(id) is not { } place)
            return null;

        var take = Math.Min(Count, (2 * radius) + 1);
        return Page(Math.Clamp(place - radius, 0, Count - take), take, ranking);
    }

    /// <summary>How many stand before an id; null if it is not on the board.</summary>
    protected abstract int? PlaceOf(string id);
}
