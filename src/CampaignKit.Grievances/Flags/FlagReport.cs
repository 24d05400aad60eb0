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

    /// <summary>Looks at cases, in one pass and a sort by unit. The same cases give the same flags; their order decides which are named.</summary>
    /// <exception cref="ArgumentNullException">The cases or one of them are null.</exception>
    public static FlagReport Of(IEnumerable<FlagFacts> cases, FlagOptions? options = null)
    {
        FlagFacts[] all = [.. Guard.Against.Null(cases).Select(c => Guard.Against.Null(c))];
        options ??= FlagOptions.Default;
        var units = all.GroupBy(c => c.Unit, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Cases: g.ToArray())).ToArray();
        var everyone = CallBackFlags.Known(all);
        return new FlagReport(
            [.. units.SelectMany(u => UnitFlags.Of(u.Key, u.Cases, options).Concat(CallBackFlags.Of(u.Key, u.Cases, everyone, units.Length, options)).OrderBy(f => f.Kind))],
            all.Length);
    }

    /// <summary>
    /// Looks at the cases of a table as of an instant: later cases are left out, and those closed later are open. Where the table knows only dates, no
    /// flag is drawn from closings within minutes or at one instant.
    /// </summary>
    /// <param name="table">The cases.</param>
    /// <param name="options">From where on something is worth a flag.</param>
    /// <param name="asOf">The instant that is looked at; the whole table as it stands if null.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public static FlagReport Of(CaseTable table, FlagOptions? options = null, Instant? asOf = null)
    {
        var cases = Guard.Against.Null(table).Cases.Where(c => asOf is null || c.Opened <= asOf);
        var report = Of(cases.Select(c => FlagFacts.Of(c.Closed > asOf ? c with { Closed = null } : c)), options);
        return table.Grain is TimeGrain.Instant ? report
            : new FlagReport([.. report.Flags.Where(f => f.Kind is not (FlagKind.ClosedWithinMinutes or FlagKind.SharedClosingTime))], report.Cases);
    }

    /// <summary>The flags, a line each; or that there is none.</summary>
    public override string ToString() => Flags.Count > 0 ? string.Join(Environment.NewLine, Flags) : "no flags";
}
