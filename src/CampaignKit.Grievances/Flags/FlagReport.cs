using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>What in a set of cases is a reason to look, unit by unit. It accuses nobody: each flag has innocent explanations too.</summary>
public sealed record FlagReport
{
    private FlagReport(IReadOnlyList<CaseFlag> flags, long cases) => (Flags, Cases) = (flags, cases);

    /// <summary>The flags, by unit in ordinal order, then by kind.</summary>
    public IReadOnlyList<CaseFlag> Flags { get; }

    /// <summary>How many cases were looked at.</summary>
    public long Cases { get; }

    /// <summary>
    /// How many of them were closed before they began. One of the two times is wrong, so they count as closed at an unknown time, never as closed
    /// quickly. A table has none: it refuses such rows.
    /// </summary>
    public long ClosedBeforeOpened { get; private init; }

    /// <summary>
    /// The kinds that could not be looked for, since no case records what they rest on, in their order; none without cases. Where no such flag is
    /// raised, nothing follows from it.
    /// </summary>
    public IReadOnlyList<FlagKind> NotLookedFor { get; private init; } = [];

    /// <summary>Looks at cases, in one pass and a sort by unit. The same cases give the same flags; their order decides which are named.</summary>
    /// <exception cref="ArgumentNullException">The cases or one of them are null.</exception>
    public static FlagReport Of(IEnumerable<FlagFacts> cases, FlagOptions? options = null)
    {
        FlagFacts[] given = [.. Guard.Against.Null(cases).Select(c => Guard.Against.Null(c))];
        FlagFacts[] all = [.. given.Select(c => c.IsClosedBeforeOpened ? c with { Closed = null, ClosingTimeUnknown = true } : c)];
        return Of(all, options, byDay: false) with { ClosedBeforeOpened = given.Count(c => c.IsClosedBeforeOpened) };
    }

    /// <summary>
    /// Looks at the cases of a table as of an instant: later cases are left out, and those closed later are open. What the table says beside is taken
    /// as it stands: reopenings, which have no time of their own, and later updates too, for they prove that closing was not the last change. Where
    /// the table counts in days, times of closing and update are compared by their days, and no flag is drawn from closings within minutes or at one
    /// instant.
    /// </summary>
    /// <param name="table">The cases.</param>
    /// <param name="options">From where on something is worth a flag.</param>
    /// <param name="asOf">The instant that is looked at; the whole table as it stands if null.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public static FlagReport Of(CaseTable table, FlagOptions? options = null, Instant? asOf = null)
    {
        var (zone, byDay) = (Guard.Against.Null(table).Calendar.Zone, table.Grain is TimeGrain.Day);
        FlagFacts[] facts = [.. table.Cases.Where(c => asOf is null || c.Opened <= asOf).Select(FactsOf)];
        return Of(facts, options, byDay);

        FlagFacts FactsOf(CaseRecord record)
        {
            var known = FlagFacts.Of(record);
            return known with
            {
                Closed = known.Closed > asOf ? null : known.Closed,
                Updated = byDay && DayOf(known.Updated) == DayOf(known.Closed) ? known.Closed : known.Updated,
            };
        }

        LocalDate? DayOf(Instant? time) => time?.InZone(zone).Date;
    }

    /// <summary>The flags, a line each, or that there is none; then how many cases were closed before they began, if any were.</summary>
    public override string ToString()
    {
        var lines = Flags.Count > 0 ? Flags.Select(f => f.ToString()) : ["no flags"];
        return string.Join(Environment.NewLine, ClosedBeforeOpened > 0 ? lines.Append(Backwards) : lines);
    }

    private string Backwards => $"{Rate.Number(ClosedBeforeOpened)} of {Rate.Number(Cases)} {(Cases == 1 ? "case" : "cases")} "
        + $"{(ClosedBeforeOpened == 1 ? "was closed before it began; its closing time is" : "were closed before they began; their closing times are")} in no flag.";

    private static FlagReport Of(FlagFacts[] cases, FlagOptions? options, bool byDay)
    {
        var gaps = FlagGaps.Of(cases, byDay);
        return new FlagReport([.. Flagged(cases, options).Where(f => !gaps.Contains(f.Kind))], cases.Length) { NotLookedFor = gaps };
    }

    private static IEnumerable<CaseFlag> Flagged(FlagFacts[] cases, FlagOptions? options)
    {
        options ??= FlagOptions.Default;
        var units = cases.GroupBy(c => c.Unit, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Cases: g.ToArray())).ToArray();
        var everyone = CallBackFlags.Known(cases);
        return units.SelectMany(u => UnitFlags.Of(u.Key, u.Cases, options).Concat(CallBackFlags.Of(u.Key, u.Cases, everyone, units.Length, options)).OrderBy(f => f.Kind));
    }
}
