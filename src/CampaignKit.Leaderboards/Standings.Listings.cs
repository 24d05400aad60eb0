namespace CampaignKit.Leaderboards;

public abstract partial class Standings<TKey>
{
    /// <summary>Who stands at a place in the board's order; null behind the last.</summary>
    /// <param name="place">The place, from 1: the ordinal rank.</param>
    /// <param name="ranking">How the rank in the answer is counted; the board's style if null.</param>
    /// <exception cref="ArgumentException"><paramref name="place"/> is zero or negative.</exception>
    public Standing<TKey>? At(int place, RankStyle? ranking = null)
    {
        Guard.Against.NegativeOrZero(place);
        var style = StyleOf(ranking);
        if (place > Count)
            return null;

        var standing = default(Standing<TKey>);
        Fill(place - 1, new Span<Standing<TKey>>(ref standing));
        return standing with { Rank = style == RankStyle.Ordinal ? place : SharedRankOf(TieOf(in standing), style) };
    }

    /// <summary>The first <paramref name="n"/> members in order; all if there are fewer.</summary>
    /// <param name="n">How many.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentException"><paramref name="n"/> is negative.</exception>
    public IReadOnlyList<Standing<TKey>> Top(int n, RankStyle? ranking = null) => List(0, Guard.Against.Negative(n), StyleOf(ranking));

    /// <summary>Members in order, from a place on; fewer than asked, or none, at the end of the board.</summary>
    /// <param name="skip">How many members are passed over.</param>
    /// <param name="take">How many members are listed.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null. Pages go by place, so a page may begin within a tie.</param>
    /// <exception cref="ArgumentException"><paramref name="skip"/> or <paramref name="take"/> is negative.</exception>
    public IReadOnlyList<Standing<TKey>> Page(int skip, int take, RankStyle? ranking = null) =>
        List(Guard.Against.Negative(skip), Guard.Against.Negative(take), StyleOf(ranking));

    /// <summary>Fills in the first members in order, as <see cref="Page(int, Span{Standing{TKey}}, RankStyle?)"/> does.</summary>
    /// <param name="into">As many standings as there is room for.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <returns>How many were filled in: fewer than there is room for if the board has fewer.</returns>
    public int Top(Span<Standing<TKey>> into, RankStyle? ranking = null) => Page(0, into, ranking);

    /// <summary>
    /// Fills in members in order, from a place on. Allocates nothing but the strings of text ids that were not given out lately, and on a
    /// <see cref="MergedLeaderboard{TKey}"/> what it takes to merge its shards.
    /// </summary>
    /// <param name="skip">How many members are passed over.</param>
    /// <param name="into">As many standings as there is room for.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null. Pages go by place, so a page may begin within a tie.</param>
    /// <returns>How many were filled in: fewer than there is room for, or none, at the end of the board.</returns>
    /// <exception cref="ArgumentException"><paramref name="skip"/> is negative.</exception>
    public int Page(int skip, Span<Standing<TKey>> into, RankStyle? ranking = null)
    {
        Guard.Against.Negative(skip);
        var style = StyleOf(ranking);
        var listed = Math.Clamp(Count - skip, 0, into.Length);
        List(skip, into[..listed], style);
        return listed;
    }

    /// <summary>The same page with fractional ranks: the mean of the places that a tie takes (1, 2.5, 2.5, 4).</summary>
    /// <param name="skip">How many members are passed over.</param>
    /// <param name="take">How many members are listed.</param>
    /// <exception cref="ArgumentException"><paramref name="skip"/> or <paramref name="take"/> is negative.</exception>
    public IReadOnlyList<FractionalStanding<TKey>> FractionalPage(int skip, int take)
    {
        var page = List(Guard.Against.Negative(skip), Guard.Against.Negative(take), RankStyle.Ordinal);
        var ranked = new FractionalStanding<TKey>[page.Length];
        for (var at = 0; at < page.Length; at++)
        {
            var isSameTie = at > 0 && TieOf(in page[at]) == TieOf(in page[at - 1]);
            var rank = isSameTie ? ranked[at - 1].Rank : FractionalRankOf(TieOf(in page[at]));
            ranked[at] = new FractionalStanding<TKey>(rank, page[at].Score, page[at].Id) { Second = page[at].Second };
        }

        return ranked;
    }

    /// <summary>
    /// A member and its neighbours in order: <paramref name="radius"/> on either side, and near an end of the board so many more on the other that
    /// the list has 2 * radius + 1 members if the board has. Empty if the member is not ranked.
    /// </summary>
    /// <param name="id">The member.</param>
    /// <param name="radius">How many neighbours on either side.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="radius"/> is negative.</exception>
    public IReadOnlyList<Standing<TKey>> Around(TKey id, int radius, RankStyle? ranking = null)
    {
        Guard.Against.Negative(radius);
        var style = StyleOf(ranking);
        if (!TryFind(id, out var spot))
            return [];

        var take = (int)Math.Min(Count, (2L * radius) + 1);
        var skip = Math.Clamp(PlaceOf(in spot) - radius, 0, Count - take);
        return List(skip, take, style);
    }

    /// <summary>
    /// Fills in a member and its neighbours in order: the member in the middle, and near an end of the board so many more on the other side that all
    /// the room is used if the board has as many members. Allocates as <see cref="Page(int, Span{Standing{TKey}}, RankStyle?)"/> does.
    /// </summary>
    /// <param name="id">The member.</param>
    /// <param name="into">As many standings as there is room for; 2r + 1 for r neighbours on either side.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <returns>How many were filled in; none if the member is not ranked.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public int Around(TKey id, Span<Standing<TKey>> into, RankStyle? ranking = null)
    {
        var style = StyleOf(ranking);
        if (!TryFind(id, out var spot))
            return 0;

        var take = Math.Min(Count, into.Length);
        List(Math.Clamp(PlaceOf(in spot) - ((into.Length - 1) / 2), 0, Count - take), into[..take], style);
        return take;
    }

    /// <summary>
    /// Some members ranked among themselves, in the board's order, each with its rank on the whole board: friends, one organisation. Ids that are
    /// not ranked are left out, an id that comes twice counts once. O(k log n) for k ids.
    /// </summary>
    /// <param name="ids">The members.</param>
    /// <param name="ranking">How both ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentNullException">The ids, or one of them, are null.</exception>
    public IReadOnlyList<SubsetStanding<TKey>> Among(IEnumerable<TKey> ids, RankStyle? ranking = null)
    {
        Guard.Against.Null(ids);
        var style = StyleOf(ranking);
        var places = new SortedSet<int>();
        foreach (var id in ids)
        {
            if (TryFind(id, out var spot))
                places.Add(PlaceOf(in spot));
        }

        var subset = new SubsetStanding<TKey>[places.Count];
        var at = 0;
        foreach (var place in places)
            subset[at++] = new SubsetStanding<TKey>(0, At(place + 1, style)!.Value);
        RankAmongThemselves(subset, style);
        return subset;
    }

    /// <summary>All ranked members in order, ranked in the board's style.</summary>
    /// <exception cref="InvalidOperationException">The board was written to during the enumeration.</exception>
    public IEnumerator<Standing<TKey>> GetEnumerator()
    {
        var version = Version;
        for (var skip = 0; skip < Count; skip += EnumerationPage)
        {
            foreach (var standing in List(skip, EnumerationPage, Options.Ranking))
            {
                yield return standing;
                if (version != Version)
                    throw new InvalidOperationException("The board was written to during the enumeration.");
            }
        }
    }

    private Standing<TKey>[] List(int skip, int take, RankStyle style)
    {
        var list = new Standing<TKey>[Math.Clamp(Count - skip, 0, take)];
        List(skip, list, style);
        return list;
    }

    private void List(int skip, Span<Standing<TKey>> list, RankStyle style)
    {
        if (list.IsEmpty)
            return;

        Fill(skip, list);
        if (style == RankStyle.Ordinal)
        {
            for (var at = 0; at < list.Length; at++)
                list[at] = list[at] with { Rank = skip + at + 1 };
            return;
        }

        // The first of all needs no search for its rank.
        var tie = TieOf(in list[0]);
        var rank = skip == 0 ? NextRank(0, tie, 1, style) : SharedRankOf(tie, style);
        for (var at = 0; at < list.Length; at++)
        {
            var own = TieOf(in list[at]);
            if (own != tie)
                (tie, rank) = (own, NextRank(rank, own, skip + at + 1, style));
            list[at] = list[at] with { Rank = rank };
        }
    }

    private void RankAmongThemselves(Span<SubsetStanding<TKey>> subset, RankStyle style)
    {
        for (var at = 0; at < subset.Length; at++)
        {
            var before = at > 0 ? subset[at - 1] : default;
            var isTied = at > 0 && TieOf(before.Overall) == TieOf(subset[at].Overall);
            var rank = style switch
            {
                RankStyle.Dense => isTied ? before.Rank : before.Rank + 1,
                RankStyle.Competition => isTied ? before.Rank : at + 1,
                _ => at + 1,
            };
            subset[at] = subset[at] with { Rank = rank };
        }

        if (style != RankStyle.ModifiedCompetition)
            return;

        for (var at = subset.Length - 2; at >= 0; at--)
        {
            if (TieOf(subset[at].Overall) == TieOf(subset[at + 1].Overall))
                subset[at] = subset[at] with { Rank = subset[at + 1].Rank };
        }
    }

    /// <summary>The rank of a tie whose first member stands at <paramref name="place"/>, from the rank of the tie before it.</summary>
    private int NextRank(int rank, Tie tie, int place, RankStyle style) => style switch
    {
        RankStyle.Dense => rank + 1,
        RankStyle.ModifiedCompetition => MembersThrough(tie),
        _ => place,
    };
}
