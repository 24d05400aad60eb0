namespace CampaignKit.Draws;

/// <summary>
/// The shell line of one rule: candidates of the pool, their tickets, the order, who is passed over, the cut. Lines run through it as
/// fields between tabs, which no id can hold; ids are only ever data, never part of a program text.
/// </summary>
internal sealed class RulePipeline(Transcript transcript, string ruleId, bool withAlternates)
{
    private const string Tab = "\"$t\"";
    private const string TicketOf = "$(printf '%s%s' \"$s\" \"$id\" | sha256sum | cut -c1-64)";

    private readonly DrawRule _rule = transcript.Manifest[ruleId];
    private readonly RuleOutcome _outcome = transcript[ruleId];

    internal string Line => _rule switch
    {
        RankedRule rule => $"{Seed}{Tabs}{Cut(RankedOrder(rule), rule.Ties == TiePolicy.EarliestToReach ? 4 : 3, RankedPlaces(rule))}",
        RandomRule { Quotas.Count: > 0 } => $"{Seed}{Tabs}{Cut(RandomOrder(), column: 2, places: null)}",
        RandomRule rule => $"{Seed}{Tabs}{Cut(RandomOrder(), column: 2, First(rule.Take + (withAlternates ? rule.Alternates : 0)))}",
        NumberEndsWithRule rule => $"{Tabs}{Cut(NumberOrder($"$2 ~ /({string.Join('|', rule.Suffixes)})$/"), column: 2, places: null)}",
        EveryNthRule rule => $"{Tabs}{Cut(NumberOrder(Remainder(rule)), column: 2, places: null)}",
        ThresholdRule rule => $"{Tabs}{Cut(ThresholdOrder(rule), column: 2, places: null)}",
        _ => throw new InvalidOperationException($"There is no shell line for {_rule.GetType().Name}."),
    };

    private static string Tabs => "t=$(printf '\\t'); ";

    private string Seed => $"s={_outcome.Seed}; ";

    private string PoolFile => DrawFolder.PoolFileOf(ruleId);

    // Not head: it closes the pipe early, of which sort and awk complain wherever the host ignores SIGPIPE.
    private static string First(int lines) => $"awk 'NR <= {lines}'";

    // ticket TAB id; with weights one line for each unit of weight.
    private string RandomOrder()
    {
        const string line = "printf '%s\\t%s\\n' \"" + TicketOf + "\"";
        return _rule.Pool.Kind == PoolKind.Weights
            ? $"while IFS={Tab} read -r entrant weight; do j=1; while [ \"$j\" -le \"$weight\" ]; do id=\"$entrant#$j\"; "
                + $"{line} \"$entrant\"; j=$((j+1)); done; done < {PoolFile} | LC_ALL=C sort"
            : $"while IFS= read -r id; do {line} \"$id\"; done < {PoolFile} | LC_ALL=C sort";
    }

    // score TAB ticket TAB id, or score TAB reached TAB ticket TAB id, of those who reach the last score drawn: the others' tickets matter
    // to nobody. awk compares as floating point, which can let in a neighbour beyond 2^53 but never lose one; sort then compares exactly.
    private string RankedOrder(RankedRule rule)
    {
        var (notBehind, best) = rule is TopByRule ? (">=", "nr") : ("<=", "n");
        var candidates = LastDrawn(rule) is { } last ? $"awk -F'\\t' '$2 {notBehind} {last}' {PoolFile}" : $"cat {PoolFile}";
        return rule.Ties == TiePolicy.EarliestToReach
            ? $"{candidates} | while IFS={Tab} read -r id score reached; do printf '%s\\t%s\\t%s\\t%s\\n' \"$score\" \"$reached\" \"{TicketOf}\" \"$id\"; done"
                + $" | LC_ALL=C sort -t {Tab} -k1,1{best} -k2,2n -k3,3"
            : $"{candidates} | while IFS={Tab} read -r id score; do printf '%s\\t%s\\t%s\\n' \"$score\" \"{TicketOf}\" \"$id\"; done"
                + $" | LC_ALL=C sort -t {Tab} -k1,1{best} -k2,2";
    }

    // With places or alternates left over, everybody stood a chance.
    private string? LastDrawn(RankedRule rule)
    {
        if (_outcome.Winners.Count < rule.Take)
            return null;
        if (!withAlternates || rule.Alternates == 0)
            return _outcome.Winners[^1].Value;
        return _outcome.Alternates.Count == rule.Alternates ? _outcome.Alternates[^1].Value : null;
    }

    private string RankedPlaces(RankedRule rule)
    {
        var alternates = withAlternates ? rule.Alternates : 0;
        return rule.Ties is TiePolicy.Ticket or TiePolicy.EarliestToReach
            ? First(rule.Take + alternates)
            : $"awk -F'\\t' 'NR <= {rule.Take} {{ last = $1 \"\" }} $1 \"\" == last{(alternates > 0 ? $" || others++ < {alternates}" : "")}'";
    }

    // number TAB id; what the numeric key leaves equal is settled by the whole line.
    private string NumberOrder(string fits) =>
        $"awk -F'\\t' '{fits} {{ print $2 \"\\t\" $1 }}' {PoolFile} | LC_ALL=C sort -t {Tab} -k1,1n";

    // Digit by digit, times ten by doubling. awk counts in floating point: all that it adds here stays below 2^53 and is exact.
    private static string Remainder(EveryNthRule rule) =>
        $"function plus(a, b) {{ a -= {rule.N} - b; return a < 0 ? a + {rule.N} : a }} "
        + "{ r = 0; for (i = 1; i <= length($2); i++) { d = plus(r, r); q = plus(d, d); "
        + $"r = plus(plus(plus(q, q), d), substr($2, i, 1) % {rule.N}) }} }} r == {rule.Offset}";

    // score TAB id. A threshold is exact in floating point, and scores beyond that are on the same side of it.
    private string ThresholdOrder(ThresholdRule rule) =>
        $"awk -F'\\t' '$2 >= {rule.AtLeast} {{ print $2 \"\\t\" $1 }}' {PoolFile} | LC_ALL=C sort -t {Tab} -k1,1nr";

    private string Cut(string order, int column, string? places)
    {
        var seats = new SeatingProgram(transcript, _rule, column, withAlternates).After(order);
        return string.Join(" | ", new[] { seats, places, $"cut -f{column}-" }.OfType<string>());
    }
}
