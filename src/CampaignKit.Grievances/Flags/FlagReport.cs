using System.Globalization;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>What in a set of cases is a reason to look, unit by unit. It accuses nobody: each flag has innocent explanations too.</summary>
public sealed record FlagReport
{
    private FlagReport(IReadOnlyList<CaseFlag> flags, long cases, long closedBeforeOpened) =>
        (Flags, Cases, ClosedBeforeOpened) = (flags, cases, closedBeforeOpened);

    /// <summary>The flags, by unit in ordinal order, then by kind.</summary>
    public IReadOnlyList<CaseFlag> Flags { get; }

    /// <summary>How many cases were looked at.</summary>
    public long Cases { get; }

    /// <summary>
    /// How many of them were closed before they began. One of the two times is wrong, so they count as closed at an unknown time, never as closed
    /// quickly. A table has none: it refuses such rows.
    /// </summary>
    public long ClosedBeforeOpened { get; }

    /// <summary>Looks at cases, in one pass and a sort by unit. The same cases give the same flags; their order decides which are named.</summary>
    /// <exception cref="ArgumentNullException">The cases or one of them are null.</exception>
    public static FlagReport Of(IEnumerable<FlagFacts> cases, FlagOptions? options = null)
    {
        FlagFacts[] given = [.. Guard.Against.Null(cases).Select(c => Guard.Against.Null(c))];
        FlagFacts[] all = [.. given.Select(c => c.IsClosedBeforeOpened ? c with { Closed = null, ClosingTimeUnknown = true } : c)];
        options ??= FlagOptions.Default;
        var units = all.GroupBy(c => c.Unit, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Cases: g.ToArray())).ToArray();
        var everyone = CallBackFlags.Known(all);
        return new FlagReport(
            [.. units.SelectMany(u => UnitFlags.Of(u.Key, u.Cases, options).Concat(CallBackFlags.Of(u.Key, u.Cases, everyone, units.Length, options)).OrderBy(f => f.Kind))],
            all.Length,
            given.Count(c => c.IsClosedBeforeOpened));
    }

    /// <summary>
    /// Looks at the cases of a table as of an instant: later cases are left out, those closed later are open, and later updates are unknown; facts
    /// without a time of their own, such as reopenings, are taken as they stand. Where the table counts in days, times of closing and update are
    /// compared by their days, and no flag is drawn from closings within minutes or at one instant.
    /// </summary>
    /// <param name="table">The cases.</param>
    /// <param name="options">From where on something is worth a flag.</param>
    /// <param name="asOf">The instant that is looked at; the whole table as it stands if null.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public static FlagReport Of(CaseTable table, FlagOptions? options = null, Instant? asOf = null)
    {
        var facts = Guard.Against.Null(table).Cases.Where(c => asOf is null || c.Opened <= asOf).Select(FlagFacts.Of).Select(f => f with
        {
            Closed = f.Closed > asOf ? null : f.Closed,
            Updated = f.Updated > asOf ? null : f.Updated,
        });
        if (table.Grain is TimeGrain.Instant)
            return Of(facts, options);

        var zone = table.Calendar.Zone;
        var report = Of(facts.Select(f => DayOf(f.Updated) == DayOf(f.Closed) ? f with { Updated = f.Closed } : f), options);
        return new FlagReport(
            [.. report.Flags.Where(f => f.Kind is not (FlagKind.ClosedWithinMinutes or FlagKind.SharedClosingTime))], report.Cases, report.ClosedBeforeOpened);

        LocalDate? DayOf(Instant? time) => time?.InZone(zone).Date;
    }

    /// <summary>The flags, a line each, or that there is none; then how many cases were closed before they began, if any were.</summary>
    public override string ToString()
    {
        var lines = Flags.Count > 0 ? Flags.Select(f => f.ToString()) : ["no flags"];
        return string.Join(Environment.NewLine, ClosedBeforeOpened > 0 ? lines.Append(Backwards) : lines);
    }

    private string Backwards => string.Create(
        CultureInfo.InvariantCulture, $"{ClosedBeforeOpened:#,0} of {Cases:#,0} cases were closed before they began; their closing times are in no flag.");
}
