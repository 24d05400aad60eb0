namespace CampaignKit.Draws;

/// <summary>
/// The stage of a shell line that passes entries over, and under quotas seats them: an awk program. It reads holders, strata and
/// exclusions from their files; earlier winners and quotas come first among its lines, told by their number of fields.
/// </summary>
/// <param name="transcript">The draw.</param>
/// <param name="rule">The rule.</param>
/// <param name="column">The field of a line that holds the id; the others say its order.</param>
/// <param name="withAlternates">Whether alternates are printed, behind the winners.</param>
internal sealed class SeatingProgram(Transcript transcript, DrawRule rule, int column, bool withAlternates)
{
    private readonly IReadOnlyList<Quota> _quotas = rule is RandomRule random ? random.Quotas : [];

    private bool OnePerPerson => transcript.Manifest.Overlap == OverlapPolicy.OnePrizePerPerson;

    private bool HasExclusions => transcript.Manifest.Exclusions is not null;

    private bool HasHolders => (OnePerPerson || HasExclusions) && rule.Pool.HoldersDigest is not null;

    // Where people may win twice, the further tickets of an entry still count for nothing.
    private bool OncePerEntry => !OnePerPerson && rule.Pool.Kind == PoolKind.Weights;

    private string Person => HasHolders ? $"of[${column}]" : $"${column}";

    private string Mark => OnePerPerson ? $"out[{Person}]; " : OncePerEntry ? $"seen[${column}]; " : string.Empty;

    private string PassedOver => OncePerEntry ? $"(${column} in seen) || ({Person} in out)" : $"{Person} in out";

    /// <summary>The lines of <paramref name="order"/> that are seated, in their order.</summary>
    internal string After(string order)
    {
        if (!OnePerPerson && !OncePerEntry && !HasExclusions && _quotas.Count == 0)
            return order;
        var earlier = EarlierWinners();
        var first = new List<string>();
        if (earlier.Count > 0)
            first.Add($"printf '%s\\n' {string.Join(' ', earlier.Select(ShellCheck.Quoted))}");
        if (_quotas.Count > 0)
            first.Add($"printf '%s\\t%s\\t%s\\n' {string.Join(' ', _quotas.Select(quota => $"{quota.Min} {quota.Max} {ShellCheck.Quoted(quota.Stratum)}"))}");
        var input = first.Count == 0 ? order : $"{{ {string.Join("; ", first)}; {order}; }}";
        return $"{input} | awk -F'\\t' '{Program(earlier.Count > 0)}'{Files}";
    }

    private string Files
    {
        get
        {
            var files = string.Concat(
                HasHolders ? $" part=holders {DrawFolder.HoldersFileOf(rule.Id)}" : "",
                _quotas.Count > 0 ? $" part=strata {DrawFolder.StrataFileOf(rule.Id)}" : "",
                HasExclusions ? $" part=out {DrawFolder.ExclusionsFile}" : "");
            return files.Length == 0 ? files : $"{files} part= -";
        }
    }

    private string Program(bool hasEarlier) => string.Concat(
        HasHolders ? "part == \"holders\" { of[$1] = $2; next } " : "",
        _quotas.Count > 0 ? "part == \"strata\" { group[$1] = $2; next } " : "",
        HasExclusions ? "part == \"out\" { out[$1]; next } " : "",
        hasEarlier ? "NF == 1 { out[$1]; next } " : "",
        _quotas.Count > 0 ? QuotaSeats((RandomRule)rule) : $"!({PassedOver}) {{ {Mark}print }}");

    // A place is kept free for each winner that a minimum lacks.
    private string QuotaSeats(RandomRule random) => string.Concat(
        $"BEGIN {{ left = {random.Take} }} NF == 3 {{ min[$3] = $1; max[$3] = $2; lack += $1; next }} ",
        $"{{ g = group[${column}] }} {PassedOver} {{ next }} ",
        "(!(g in max) || won[g] < max[g]) && left > (won[g] < min[g] ? 0 : lack) ",
        $"{{ if (won[g] < min[g]) lack--; won[g]++; left--; {Mark}print; next }}",
        random.Alternates == 0 ? "" : $" waits[g] < {random.Alternates} {{ waits[g]++; {Mark}later[++n] = $0 }}",
        withAlternates && random.Alternates > 0 ? " END { for (i = 1; i <= n; i++) print later[i] }" : "");

    private List<string> EarlierWinners() => !OnePerPerson
        ? []
        : [.. transcript.Rules.TakeWhile(outcome => outcome.RuleId != rule.Id).SelectMany(outcome => outcome.Winners).Select(winner => winner.Person)];
}
