namespace CampaignKit.Grievances;

/// <summary>Hides small counts of a table, and as many others as it takes that nobody can work them out.</summary>
/// <remarks>
/// <para>Small counts are hidden first, totals included. Then others are hidden, of least loss: no totals if that suffices, then the smallest
/// sum of counts, then the fewest cells; equals by row and column. The choice is a heuristic (the cheapest way for each cell in turn, by row and
/// column), improved by dropping what is not needed and by a search of limited length, which finds the least loss in small tables. It depends on the
/// table and the options alone. Zeros that are shown stay shown. The result always passes its <see cref="SuppressionAudit"/>; in the worst case
/// nothing but zeros is shown.</para>
/// <para>L. H. Cox (1980) and J. P. Kelly, B. L. Golden, A. A. Assad (1992) for complementary cells as cycles of a network; M. Fischetti,
/// J. J. Salazar (2000) for the exact audit.</para>
/// </remarks>
public static class Suppression
{
    /// <summary>The table to publish, with its audit.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    public static SuppressedTable Of(CountTable table, SuppressionOptions? options = null) =>
        Of(Guard.Against.Null(table), options ?? SuppressionOptions.Default, alsoHide: []);

    /// <summary>The table to publish if some cells are to be hidden whatever their counts.</summary>
    internal static SuppressedTable Of(CountTable table, SuppressionOptions options, IReadOnlyCollection<CellAddress> alsoHide)
    {
        int[] small = [.. Enumerable.Range(0, table.Shape.Size).Where(c => options.IsSmall(table.Counts[c]))];
        int[] asked = [.. small.Union(alsoHide.Select(table.Shape.IndexOf)).Order()];
        var zerosShown = !options.HideZeros && asked.All(c => table.Counts[c] > 0);
        var reach = options.HideSmallness ? options.Threshold : 0;

        if (options is { Marks: SuppressionMarks.Range, HideSmallness: false })
        {
            var least = options.HideZeros ? 0 : Math.Min(1, options.Threshold - 1);
            var inRange = Hide(
                SuppressionMarks.Range,
                c => options.IsSmall(table.Counts[c]) ? PublishedCell.HiddenWithin(least, options.Threshold - 1)
                    : table.Counts[c] > 0 ? PublishedCell.HiddenWithin(options.Threshold)
                    : null);
            if (inRange is not null)
                return inRange;
        }

        return Hide(SuppressionMarks.One, c => zerosShown && table.Counts[c] == 0 ? null : PublishedCell.HiddenWithin(zerosShown ? 1 : 0))!;

        SuppressedTable? Hide(SuppressionMarks marks, Func<int, PublishedCell?> hiddenAs)
        {
            if (asked.Any(c => hiddenAs(c) is null)
                || new ComplementarySearch(table, asked, hiddenAs, options.MinimumWidth, reach).Find() is not { } complementary)
            {
                return null;
            }

            var hidden = asked.Concat(complementary).ToHashSet();
            var published = new PublishedTable(
                table.Shape, [.. Enumerable.Range(0, table.Shape.Size).Select(c => hidden.Contains(c) ? hiddenAs(c)!.Value : table.Counts[c])]);
            return new SuppressedTable
            {
                Table = published,
                Small = [.. small.Select(table.Shape.AddressOf)],
                Complementary = [.. hidden.Except(small).Order().Select(table.Shape.AddressOf)],
                Marks = marks,
                Audit = SuppressionAudit.Of(published, options.MinimumWidth, reach),
            };
        }
    }
}
