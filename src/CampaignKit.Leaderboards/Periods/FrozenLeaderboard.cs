namespace CampaignKit.Leaderboards;

/// <summary>
/// A board as it stood when it was frozen: all questions, no writes. Immutable, so any number of threads may ask it. Takes some 30 bytes for a text
/// id of up to 15 bytes (its own length besides for a longer one), for any other id the id and 5 bytes to find it by, 20 bytes for every different
/// score, and 8 bytes a member for second scores; members without a rank are not in it.
/// </summary>
/// <typeparam name="TKey">The type of member ids.</typeparam>
public sealed partial class FrozenLeaderboard<TKey> : Standings<TKey>
    where TKey : notnull
{
    private const int PageLength = 256;

    private readonly IPlaces<TKey> _ids;
    private readonly long[]? _seconds;
    private readonly Tie[] _ties;
    private readonly int[] _tieStarts;

    /// <summary>A board as it stands.</summary>
    internal FrozenLeaderboard(Standings<TKey> board, IEqualityComparer<TKey>? sameId)
        : this(board.Options, board.IdOrder, sameId, board.Count, MembersOf(board))
    {
    }

    /// <summary>Members with their scores, in order.</summary>
    /// <exception cref="InvalidDataException">An id comes twice.</exception>
    internal FrozenLeaderboard(
        LeaderboardOptions options, IComparer<TKey>? idOrder, IEqualityComparer<TKey>? sameId, int count, IEnumerable<Standing<TKey>> members)
        : base(options, idOrder)
    {
        _ids = PlacesFor(count, sameId);
        _seconds = Options.HasSecondScores ? new long[count] : null;
        var (ties, starts) = (new List<Tie>(), new List<int>());
        foreach (var member in members)
        {
            if (!_ids.TryAdd(member.Id))
                throw new InvalidDataException($"The member {member.Id} is on the frozen board twice.");
            if (_seconds is not null)
                _seconds[Count] = member.Second;
            if (ties.Count == 0 || ties[^1] != TieOf(in member))
            {
                ties.Add(TieOf(in member));
                starts.Add(Count);
            }

            Count++;
        }

        _ties = [.. ties];
        _tieStarts = [.. starts];
    }

    /// <inheritdoc/>
    public override int Count { get; }

    internal override bool TryFind(TKey id, out Spot<TKey> spot)
    {
        var place = _ids.Find(id);
        spot = place < 0 ? default : new Spot<TKey>(_ids.Held(place, id), ScoreAtPlace(place), SecondAt(place), place);
        return place >= 0;
    }

    internal override int PlaceOf(in Spot<TKey> spot) => spot.Member;

    internal override int MembersBefore(Tie tie) => StartOf(TiesBefore(tie));

    internal override int MembersThrough(Tie tie)
    {
        var at = TiesBefore(tie);
        return StartOf(at < _ties.Length && _ties[at] == tie ? at + 1 : at);
    }

    internal override int TiesBefore(Tie tie)
    {
        var (low, high) = (0, _ties.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ties[middle].IsBefore(tie))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    internal override void Fill(int place, Span<Standing<TKey>> standings)
    {
        if (standings.IsEmpty)
            return;

        var tie = TieAt(place);
        for (var at = 0; at < standings.Length; at++, place++)
        {
            if (place == StartOf(tie + 1))
                tie++;
            standings[at] = new Standing<TKey>(0, ScoreAt(_ties[tie].Key), _ids[place]) { Second = SecondAt(place) };
        }
    }

    private static IPlaces<TKey> PlacesFor(int count, IEqualityComparer<TKey>? sameId) =>
        sameId is null && new PlacesOfTexts() is IPlaces<TKey> texts ? texts : new PlacesById<TKey>(count, sameId);

    /// <summary>The ranked members in order, without ranks.</summary>
    private static IEnumerable<Standing<TKey>> MembersOf(Standings<TKey> board)
    {
        var page = new Standing<TKey>[Math.Min(PageLength, board.Count)];
        for (var skip = 0; skip < board.Count; skip += PageLength)
        {
            var filled = Math.Min(PageLength, board.Count - skip);
            board.Fill(skip, page.AsSpan(0, filled));
            for (var at = 0; at < filled; at++)
                yield return page[at];
        }
    }

    private int StartOf(int tie) => tie < _tieStarts.Length ? _tieStarts[tie] : Count;

    private int TieAt(int place)
    {
        var found = Array.BinarySearch(_tieStarts, place);
        return found >= 0 ? found : ~found - 1;
    }

    private long ScoreAtPlace(int place) => ScoreAt(_ties[TieAt(place)].Key);

    private long SecondAt(int place) => _seconds?[place] ?? 0;
}
