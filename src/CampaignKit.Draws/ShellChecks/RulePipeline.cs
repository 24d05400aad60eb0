namespace CampaignKit.Draws;

/// <summary>
/// The shell line of one rule: candidates of the pool, their tickets, the order, the skips, the cut. Lines run through it as fields
/// between tabs, which no id can hold; ids are only ever data, never part of a program text.
/// </summary>
internal sealed class RulePipeline(Transcript transcript, string ruleId)
{
    private const string Tab = "\"$t\"";
    private const string TicketOf = "$(printf '%s%s' \"$s\" \"$id\" | sha256sum | cut -c1-64)";

    private readonly DrawRule _rule = transcript.Manifest[ruleId];
    private readonly RuleOutcome _outcome = transcript[ruleId];

    private string PoolFile => DrawFolder.PoolFileOf(ruleId);

    private bool OnePerPerson => transcript.Manifest.Overlap == OverlapPolicy.OnePrizePerPerson;

    private bool HasHolders => OnePerPerson && _rule.Pool.HoldersDigest is not null;

    internal string Line(bool withAlternates) => _rule switch
    {
        TopByRule rule => $"{Start}{Cut(TopByOrder(rule), column: 3, TopByPlaces(rule))}",
        RandomRule { Pool.Kind: PoolKind.Weights } rule => $"{Start}{Cut(WeightedOrder(), column: 2, Head(rule, withAlternates), oncePerEntry: true)}",
        RandomRule rule => $"{Start}{Cut(RandomOrder(), column: 2, Head(rule, withAlternates))}",
        NumberEndsWithRule rule => $"t=$(printf '\\t'); {Cut(NumberOrder(rule), column: 2, places: null)}",
        _ => throw new InvalidOperationException($"There is no shell line for {_rule.GetType().Name}."),
    };

    private string Start => $"s={_outcome.Seed}; t=$(printf '\\t'); ";

    private static string Head(RandomRule rule, bool withAlternates) => $"head -n {rule.Take + (withAlternates ? rule.Alternates : 0)}";

    // ticket TAB id
    private string RandomOrder() =>
        $"while IFS= read -r id; do printf '%s\\t%s\\n' \"{TicketOf}\" \"$id\"; done < {PoolFile} | LC_ALL=C sort";

    private string WeightedOrder() =>
        $"while IFS={Tab} read -r entrant weight; do j=1; while [ \"$j\" -le \"$weight\" ]; do id=\"$entrant#$j\"; "
        + $"printf '%s\\t%s\\n' \"{TicketOf}\" \"$entrant\"; j=$((j+1)); done; done < {PoolFile} | LC_ALL=C sort";

    // score TAB ticket TAB id, of those who reach the last winning score: the others' tickets matter to nobody.
    // awk compares as floating point, which can let in a neighbour beyond 2^53 but never lose one; sort then compares exactly.
    private string TopByOrder(TopByRule rule)
    {
        // With places left over, everybody stood a chance.
        var lowest = _outcome.Winners.Count >= rule.Take ? _outcome.Winners[^1].Value : null;
        var candidates = lowest is null ? $"cat {PoolFile}" : $"awk -F'\\t' '$2 >= {lowest}' {PoolFile}";
        return $"{candidates} | while IFS={Tab} read -r id score; do printf '%s\\t%s\\t%s\\n' \"$score\" \"{TicketOf}\" \"$id\"; done"
            + $" | LC_ALL=C sort -t {Tab} -k1,1nr -k2,2";
    }

    private static string TopByPlaces(TopByRule rule) => rule.Ties == TiePolicy.Ticket
        ? $"head -n {rule.Take}"
        : $"awk -F'\\t' 'NR <= {rule.Take} {{ last = $1 \"\" }} NR > {rule.Take} && $1 \"\" != last {{ exit }} 1'";

    // number TAB id; what the numeric key leaves equal is settled by the whole line.
    private string NumberOrder(NumberEndsWithRule rule) =>
        $"awk -F'\\t' '$2 ~ /({string.Join('|', rule.Suffixes)})$/ {{ print $2 \"\\t\" $1 }}' {PoolFile} | LC_ALL=C sort -t {Tab} -k1,1n";

    private string Cut(string order, int column, string? places, bool oncePerEntry = false)
    {
        var stages = new List<string> { OnePerPerson || oncePerEntry ? Skipping(order, column) : order };
        if (places is not null)
            stages.Add(places);
        stages.Add($"cut -f{column}-");
        return string.Join(" | ", stages);
    }

    // Earlier winners come first, as lines of one field; each person, or each entry, passes once.
    private string Skipping(string order, int column)
    {
        var earlier = EarlierWinners();
        var input = earlier.Count == 0 ? order : $"{{ printf '%s\\n' {string.Join(' ', earlier.Select(ShellCheck.Quoted))}; {order}; }}";
        var readWon = earlier.Count == 0 ? string.Empty : "NF == 1 { won[$1]; next } ";
        return HasHolders
            ? $"{input} | awk -F'\\t' 'holders {{ of[$1] = $2; next }} {readWon}!(of[${column}] in won) {{ won[of[${column}]]; print }}' holders=1 {DrawFolder.HoldersFileOf(ruleId)} holders=0 -"
            : $"{input} | awk -F'\\t' '{readWon}!(${column} in won) {{ won[${column}]; print }}'";
    }

    private List<string> EarlierWinners() => !OnePerPerson
        ? []
        : [.. transcript.Rules.TakeWhile(outcome => outcome.RuleId != ruleId).SelectMany(outcome => outcome.Winners).Select(winner => winner.Person)];
}
