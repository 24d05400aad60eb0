namespace CampaignKit.Grievances;

/// <summary>The rates of groups and of all together, made fit for publication.</summary>
/// <remarks>
/// <para>Few hits, few misses and a small base are each small. A rate is hidden whole, since two of hits, base and percentage give back the third;
/// as hits and misses of all groups add up to those of the total, further groups are hidden until nothing can be worked out, by
/// <see cref="Suppression"/> of the table of hits and misses. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed record PublishedRates
{
    private PublishedRates(IReadOnlyList<PublishedRate> groups, PublishedRate total, SuppressionAudit audit)
    {
        Groups = groups;
        Total = total;
        Audit = audit;
    }

    /// <summary>The groups, in the order given.</summary>
    public IReadOnlyList<PublishedRate> Groups { get; }

    /// <summary>All groups together.</summary>
    public PublishedRate Total { get; }

    /// <summary>What readers can work out of hits, misses and bases; it has passed.</summary>
    public SuppressionAudit Audit { get; }

    /// <summary>The rates to publish. Hidden ones carry one mark, whatever <see cref="SuppressionOptions.Marks"/> says.</summary>
    /// <exception cref="ArgumentException">
    /// There is no rate, a name repeats, bases have different names, or hits are no whole numbers; cases are counted here, weighted answers are not.
    /// </exception>
    public static PublishedRates Of(IReadOnlyList<KeyValuePair<string, Rate>> rates, SuppressionOptions? options = null)
    {
        Guard.Against.NullOrEmpty(rates);
        var total = Rate.Pool(rates.Select(r => r.Value));
        if (rates.FirstOrDefault(r => !decimal.IsInteger(r.Value.Hits)) is { Key: { } weighted })
            throw new ArgumentException($"hits of '{weighted}': must be a whole number.", nameof(rates));

        var table = CountTable.TwoWay(
            [.. rates.Select(r => r.Key)],
            ["hits", "misses"],
            [.. rates.Select(r => (IReadOnlyList<long>)[(long)r.Value.Hits, r.Value.Base - (long)r.Value.Hits])]);
        var marked = (options ?? SuppressionOptions.Default) with { Marks = SuppressionMarks.One };

        var suppressed = Suppression.Of(table, marked);
        while (suppressed.Table.Hidden.GroupBy(a => a.Row).Any(g => g.Count() < table.Shape.Width))
        {
            CellAddress[] wholeRows = [.. suppressed.Table.Hidden.Select(a => a.Row).Distinct().SelectMany(r => Enumerable.Range(0, table.Shape.Width).Select(c => new CellAddress(r, c)))];
            suppressed = Suppression.Of(table, marked, wholeRows);
        }

        var hidden = suppressed.Table.Hidden.Select(a => a.Row).ToHashSet();
        return new PublishedRates(
            [.. rates.Select((r, row) => new PublishedRate(r.Key, hidden.Contains(row) ? null : r.Value))],
            new PublishedRate("total", hidden.Contains(rates.Count) ? null : total),
            suppressed.Audit);
    }

    /// <summary>The groups and the total, a line each.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Groups.Append(Total));
}
