namespace CampaignKit.Leaderboards;

/// <summary>The cut just behind one seat: where the seat is put in, found and taken out.</summary>
internal readonly struct SeatCut<TTies>(Seat seat, TTies ties) : ICut<Seat>
    where TTies : struct, ITies
{
    private readonly Seat _seat = seat;
    private readonly TTies _ties = ties;

    public bool IsAfter(in Seat item) =>
        item.Key != _seat.Key ? item.Key < _seat.Key : _ties.Compare(in item, in _seat) <= 0;
}
