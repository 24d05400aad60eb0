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

    /// <summary>The flags, a line each; or that there is none.</summary>
    public override string ToString() => Flags.Count > 0 ? string.Join(Environment.NewLine, Flags) : "no flags";
}
