namespace CampaignKit.Leaderboards;

/// <summary>The questions to a board, for callers who must not get at its writes, not by a cast either.</summary>
internal sealed class StandingsView<TKey>(Standings<TKey> board) : Standings<TKey>(board.Options, board.IdOrder)
    where TKey : notnull
{
    /// <inheritdoc/>
    public override int Count => board.Count;

    internal override int Version => board.Version;

    /// <inheritdoc/>
    public override long? ScoreOf(TKey id) => board.ScoreOf(id);

    /// <inheritdoc/>
    public override bool Contains(TKey id) => board.Contains(id);

    internal override bool TryFind(TKey id, out Spot<TKey> spot) => board.TryFind(id, out spot);

    internal override int PlaceOf(in Spot<TKey> spot) => board.PlaceOf(in spot);

    internal override int MembersBefore(Tie tie) => board.MembersBefore(tie);

    internal override int MembersThrough(Tie tie) => board.MembersThrough(tie);

    internal override int TiesBefore(Tie tie) => board.TiesBefore(tie);

    internal override void Fill(int place, Span<Standing<TKey>> standings) => board.Fill(place, standings);
}
