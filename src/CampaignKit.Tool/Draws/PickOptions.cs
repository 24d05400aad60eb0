using System.CommandLine;
using System.CommandLine.Parsing;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>The options of <c>draw pick</c> and the methods to which each belongs; those of tickets alone are the command's own.</summary>
internal sealed class PickOptions
{
    private readonly Dictionary<DrawMethod, Belongings> _belongings;

    private readonly Option<DrawMethod> _method = new("--method")
    {
        Description = $"How to pick: {string.Join(", ", DrawMethod.All)}.",
        HelpName = "METHOD",
        DefaultValueFactory = _ => DrawMethod.TicketV1,
        CustomParser = given =>
        {
            if (!DrawMethod.TryParse(given.Tokens[0].Value, out var method))
                given.AddError($"--method is '{given.Tokens[0].Value}'; it is one of {string.Join(", ", DrawMethod.All)}.");
            return method!;
        },
    };

    public PickOptions(params Option[] ofTickets)
    {
        (Take.Description, Take.HelpName, Take.Required) = ("How many win, or all if there are fewer; rfc3797 and rivest-2011 refuse to pick more than there are.", "K", true);
        (PoolSize.Description, PoolSize.HelpName) = ("rfc3797, rivest-2011: how many there are; they are numbered from 1.", "N");
        (Drop.Description, Drop.HelpName) = ("consistent-sampler: how many were drawn before and are left out; 0 unless said.", "D");
        _belongings = new()
        {
            [DrawMethod.TicketV1] = new([Pool.File], [Take, Pool.Weighted, .. ofTickets, Json]),
            [DrawMethod.Rfc3797] = new([PoolSize, Sources], [Take, Json]),
            [DrawMethod.ConsistentSampler] = new([Pool.File, Seed], [Take, Drop, WithReplacement, Json]),
            [DrawMethod.FairPick] = new([Pool.File, Seed], [Take, Pool.Weighted, Json]),
            [DrawMethod.Rivest2011] = new([PoolSize, Seed], [Take, WithReplacement, Json]),
        };
        Pool.File.Description += $" Needed by {string.Join(", ", _belongings.Keys.Where(method => _belongings[method].Needed.Contains(Pool.File)))}.";
    }

    public PoolOptions Pool { get; } = new(required: false);

    public Option<int> Take { get; } = NumberOption.Whole("--take", 1, DrawRule.MaxTake);

    public Option<long> PoolSize { get; } = NumberOption.Whole("--pool-size", 1, long.MaxValue);

    public Option<string[]> Sources { get; } = new("--source")
    {
        Description =
            """
            rfc3797: the numbers of a source, parted by commas or spaces: 9319 or "2,5,12,8,10". A number may have a fraction: "1013.25 998.5". Within a source they are sorted.
            Given once for each source, in the order announced.
            """,
        HelpName = "NUMBERS",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string> Seed { get; } = new("--seed")
    {
        Description = "consistent-sampler, rivest-2011: the seed, a text taken as it stands. fair-pick: 64 hex digits.",
        HelpName = "SEED",
    };

    public Option<int> Drop { get; } = NumberOption.Whole("--drop", 0, DrawRule.MaxTake);

    public Option<bool> WithReplacement { get; } = new("--with-replacement") { Description = "consistent-sampler, rivest-2011: who was drawn can be drawn again." };

    public Option<bool> Json { get; } = new("--json")
    {
        Description =
            """
            Prints {"poolDigest","ruleSeed","winners":[{"id","ticket"}],"alternates":[{"id","ticket"}]};
            by rfc3797 {"key","picks":[NUMBER]}, by consistent-sampler {"picks":[{"id","ticket","generation"}]}, by fair-pick {"picks":[{"id","position"}]}, by rivest-2011 {"picks":[NUMBER]}.
            """,
    };

    private IEnumerable<Option> All => _belongings.Values.SelectMany(belongings => belongings.All).Distinct();

    public DrawMethod Method(ParseResult parsed) => parsed.GetRequiredValue(_method);

    public void AddTo(Command command)
    {
        command.Options.Add(_method);
        foreach (var option in All)
            command.Options.Add(option);
        command.Validators.Add(Check);
    }

    private static bool IsGiven(CommandResult given, Option option) => given.GetResult(option) is { Implicit: false };

    private void Check(CommandResult given)
    {
        var asked = given.GetResult(_method) is { Implicit: false, Tokens: [var name] } ? name.Value : null;
        if (!DrawMethod.TryParse(asked ?? DrawMethod.TicketV1.Name, out var method))
            return;

        var own = _belongings[method];
        foreach (var option in own.Needed.Where(option => !IsGiven(given, option)))
            given.AddError(asked is null ? $"Option '{option.Name}' is required." : $"--method {method} needs {option.Name}.");
        foreach (var option in All.Except(own.All).Where(option => IsGiven(given, option)))
            given.AddError($"{option.Name} does not belong to --method {method}; that takes {string.Join(", ", own.All.Select(known => known.Name))}.");
    }

    private sealed record Belongings(Option[] Needed, Option[] Further)
    {
        public IEnumerable<Option> All => Needed.Concat(Further);
    }
}
