using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>Reads a plan and the files that it names. Goes on behind a problem, so that all are named at once.</summary>
internal sealed class DrawPlanFile : IRulePools
{
    private readonly string _name;
    private readonly string _folder;
    private readonly List<DrawPlanProblem> _problems = [];
    private readonly Dictionary<string, Pool> _pools = new(StringComparer.Ordinal);

    private DrawPlanFile(string path)
    {
        _name = Path.GetFileName(path);
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
    }

    public string[] Fields => ["holders", "strata"];

    public string[] FieldsOfRandom => ["weighted"];

    public bool AlternatesMayBeMissing => true;

    /// <exception cref="DrawPlanException">Something is wrong; all problems found are named.</exception>
    internal static DrawPlan Read(string path)
    {
        var file = new DrawPlanFile(path);
        DrawPlan? plan = null;
        file.Try(File.ReadAllBytes(path), json =>
        {
            using var document = DocumentNode.Parse(json);
            plan = file.Read(new DocumentNode(document.RootElement, "$"));
            return plan;
        });
        return plan is null || file._problems.Count > 0 ? throw new DrawPlanException(file._problems) : plan;
    }

    /// <inheritdoc/>
    PoolCommitment IRulePools.Read(DocumentNode rule, string ruleId, params PoolKind[] kinds)
    {
        var kind = rule.Optional("weighted") is { } weighted && IsTrue(weighted) ? PoolKind.Weights : kinds[0];
        var pool = ReadFile(rule.Field("pool"), file => PoolFile.Read(file, kind));
        if (rule.Optional("holders") is { } holders)
            pool = ReadFile(holders, file => PoolFile.ReadHolders(file, pool));
        if (rule.Optional("strata") is { } strata)
            pool = ReadFile(strata, file => PoolFile.ReadStrata(file, pool));
        _pools[ruleId] = pool;
        return pool.Commitment;
    }

    private static bool IsTrue(DocumentNode node) => node.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw node.Refuse("it is true or false"),
    };

    private static DrawName ReadName(DocumentNode node)
    {
        try
        {
            return DrawName.Parse(node.Text());
        }
        catch (FormatException wrong) when (wrong is not DrawDocumentException)
        {
            throw node.Refuse(wrong.Message.TrimEnd('.'));
        }
    }

    private DrawPlan Read(DocumentNode node)
    {
        if (node.Value.ValueKind != JsonValueKind.Object)
            throw node.Refuse("it is an object");
        Try(node, root => root.Object("draw", "overlap", "sequence", "previous", "claimWithin", "exclusions", "rules"));
        var plan = Try(node, root => ReadName(root.Field("draw")), out var name) ? new DrawPlan(name) : new DrawPlan(new DrawName("?", "?", "?"));
        if (Try(node, ManifestJson.ReadOverlap, out var overlap))
            plan = overlap == OverlapPolicy.Allowed ? plan.AllowOverlap() : plan.OnePrizePerPerson();
        if (Try(node, ManifestJson.ReadNumber, out var number) && number is not null)
            plan = plan.Numbered(number);
        if (node.Optional("claimWithin") is { } within && Try(within, WholeSecond.ReadSeconds, out var time))
            plan = plan.ClaimWithin(time);
        if (node.Optional("exclusions") is { } persons && Try(persons, file => ReadFile(file, Exclusions.Load), out var exclusions))
            plan = plan.Exclude(exclusions);
        if (!Try(node, root => root.Field("rules").Items(), out var rules))
            return plan;
        if (rules.Count == 0)
            Note(node.Field("rules").Refuse("a draw has at least one rule"));
        foreach (var rule in rules)
        {
            if (!Try(rule, json => RuleJson.Read(json, this), out var read))
                continue;
            if (plan.Has(read.Id))
                Note(rule.Field("id").Refuse("rule ids differ in more than case"));
            else
                plan = plan.Add(read, _pools[read.Id]);
        }

        return plan;
    }

    private T ReadFile<T>(DocumentNode node, Func<string, T> read)
    {
        var name = node.Text();
        try
        {
            return read(Path.Combine(_folder, name));
        }
        catch (PoolFormatException wrong)
        {
            throw new DrawPlanException([.. wrong.Problems.Select(problem =>
                new DrawPlanProblem(name, $"{problem.Place} {problem.Position}", problem.Value, problem.Rule))]);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw node.Refuse($"it is a file that can be read: {unreadable.Message.TrimEnd('.')}");
        }
    }

    private void Try<TNode, T>(TNode node, Func<TNode, T> read) => Try(node, read, out _);

    private bool Try<TNode, T>(TNode node, Func<TNode, T> read, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            value = read(node);
            return true;
        }
        catch (DrawDocumentException wrong)
        {
            Note(wrong);
        }
        catch (DrawPlanException wrong)
        {
            _problems.AddRange(wrong.Problems);
        }

        value = default;
        return false;
    }

    private void Note(DrawDocumentException wrong) => _problems.Add(new DrawPlanProblem(_name, wrong.Path, wrong.Value, wrong.Rule));
}
