namespace CampaignKit.Leaderboards;

/// <summary>
/// A board as it stood when it was frozen: all questions, no writes. Immutable, so any number of threads may ask it. Takes the ids, about 8 bytes
/// a member to find them by and 20 bytes for every different score; members without a rank are not in it.
/// </summary>
/// <typeparam name="TKey">The type of member ids.</typeparam>
public sealed class FrozenLeaderboard<TKey> : Standings<TKey>
    where TKey : notnull
{
    private readonly TKey[] _ids;
    private readonly long[]? _seconds;
    private readonly Tie[] _ties;
    private readonly int[] _tieStarts;
    private readonly PlacesById<TKey> _places;

    internal FrozenLeaderboard(Standings<TKey> board, IEqualityComparer<TKey>? sameId)
        : base(board.Options, board.IdOrder)
    {
        _ids = new TKey[board.Count];
        _seconds = Options.HasSecondScores ? new long[board.Count] : null;
        var (ties, starts) = (new List<Tie>(), new List<int>());
        foreach (var standing in board)
        {
            var place = Count;
            _ids[place] = standing.Id;
            if (_seconds is not null)
                _seconds[place] = standing.Second;
            if (ties.Count == 0 || ties[^1] != TieOf(in standing))
            {
                ties.Add(TieOf(in standing));
                starts.Add(place);
            }

            Count++;
        }

        _ties = [.. ties];
        _tieStarts = [.. starts];
        _places = new PlacesById<TKey>(_ids, sameId);
    }

    /// <inheritdoc/>
    public override int Count { get; }

    internal override bool TryFind(TKey id, out Spot<TKey> spot)
    {
        var place = _places.Find(id);
        spot = place < 0 ? default : new Spot<TKey>(_ids[place], ScoreAtPlace(place), SecondAt(place), place);
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

    private int StartOf(int tie) => tie < _tieStarts.Length ? _tieStarts[tie] : Count;

    private int TieAt(int place)
    {
        var found = Array.BinarySearch(_tieStarts, place);
        return found >= 0 ? found : ~found - 1;
    }

    private long ScoreAtPlace(int place) => ScoreAt(_ties[TieAt(place)].Key);

    private long SecondAt(int place) => _seconds?[place] ?? 0;
}
