using System.CommandLine;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw odds</c>.</summary>
internal sealed class OddsCommand
{
    private readonly TextWriter _output;
    private readonly Argument<string?> _pool = new("POOL")
    {
        Description = "The pool: ids; with --weighted an id, a TAB and a weight a line; with --suffix an id, a TAB and a number.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _take = NumberOption.Whole("--take", 1, DrawRule.MaxTake);
    private readonly Option<bool> _weighted = new("--weighted") { Description = "The chance of each depends on their weight." };
    private readonly Option<string> _id = new("--id") { Description = "The chance of this entrant alone.", HelpName = "ID" };
    private readonly Option<string[]> _suffixes = new("--suffix") { Description = "A number that ends so wins. Once for each suffix.", HelpName = "DIGITS", Arity = ArgumentArity.OneOrMore };
    private readonly Option<long> _numbers = NumberOption.Whole("--numbers", 1, WinningNumbers.Most);
    private readonly Option<int> _digits = NumberOption.Whole("--digits", 1, WinningNumbers.MostDigits);
    private readonly Option<bool> _json = new("--json")
    {
        Description =
            """
            Prints {"take","size","expectedWinners","entrants":[{"id","weight","chance"}]};
            by suffixes of a pool {"size","winners"}, of numbers {"numbers","digits","winners","winning":[NUMBER],"expectedAmongRandom"}.
            """,
    };

    private OddsCommand(TextWriter output) => _output = output;

    public static Command Create(TextWriter output) => new OddsCommand(output).Create();

    private Command Create()
    {
        (_take.HelpName, _take.Description) = ("K", "How many win by the smallest tickets.");
        (_numbers.HelpName, _numbers.Description) = ("N", "In place of a pool, the numbers 1 to N.");
        (_digits.HelpName, _digits.Description) = ("D", "The digits of each, leading zeros included.");
        var command = new Command(
            "odds",
            """
            Tells before a draw what to expect of it.
              POOL --take K               each entrant's chance to win, by weight
              POOL --suffix S …           how many numbers of the pool win
              --numbers N --digits D --suffix S …   which of the numbers 1 to N win, and how many would of as many random ones
            """)
        {
            _pool, _take, _weighted, _id, _suffixes, _numbers, _digits, _json,
        };
        command.Validators.Add(given =>
        {
            var asked = new Option[] { _take, _weighted, _id, _suffixes, _numbers, _digits }.Where(option => given.GetResult(option) is { Implicit: false }).ToList();
            var hasPool = given.GetResult(_pool) is { Tokens.Count: > 0 };
            if (!Forms(hasPool).Any(form => form.Needed.All(asked.Contains) && asked.All(form.All.Contains)))
            {
                given.AddError(hasPool
                    ? "Of a pool the odds are asked by POOL --take K [--weighted] [--id ID], or by POOL --suffix S."
                    : "Without a pool the odds are asked by --numbers N --digits D --suffix S.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private IEnumerable<(Option[] Needed, Option[] All)> Forms(bool hasPool) => hasPool
        ? [([_take], [_take, _weighted, _id]), ([_suffixes], [_suffixes])]
        : [([_numbers, _digits, _suffixes], [_numbers, _digits, _suffixes])];

    private int Run(ParseResult parsed)
    {
        var asJson = parsed.GetValue(_json);
        if (parsed.GetValue(_suffixes) is not { Length: > 0 } suffixes)
            TellChances(parsed, asJson);
        else if (parsed.GetValue(_pool) is { } pool)
            TellWinnersOf(PoolOptions.Read(_pool.Name, pool, PoolKind.Numbers), suffixes, asJson);
        else
            TellWinnersUpTo(parsed.GetValue(_numbers), parsed.GetValue(_digits), suffixes, asJson);
        return CommandLine.Success;
    }

    private void TellChances(ParseResult parsed, bool asJson)
    {
        var pool = PoolOptions.Read(_pool.Name, parsed.GetValue(_pool)!, parsed.GetValue(_weighted) ? PoolKind.Weights : PoolKind.Ids);
        var odds = Sound(() => DrawOdds.Of(pool, parsed.GetValue(_take)), "POOL");
        var report = new ChanceReport(pool, odds);
        var id = parsed.GetValue(_id);
        if (id is not null && !Sound(() => pool.Contains(id), _id.Name))
            throw new BadInputException($"{_id.Name} is '{id}'; that is not in the pool.");
        if (asJson)
            _output.WriteJson(document => report.Write(document, id));
        else
            report.Write(_output, id);
    }

    private void TellWinnersOf(Pool pool, string[] suffixes, bool asJson)
    {
        var winners = Sound(() => SuffixOdds.CountIn(pool, suffixes), _suffixes.Name);
        if (asJson)
        {
            _output.WriteJson(document =>
            {
                document.WriteNumber("size", pool.Size);
                document.WriteNumber("winners", winners);
            });
        }
        else
        {
            _output.WriteLine(FormattableString.Invariant($"{winners:N0} of {pool.Size:N0} numbers win"));
        }
    }

    private void TellWinnersUpTo(long last, int digits, string[] suffixes, bool asJson)
    {
        if (!WinningNumbers.Fits(last, digits))
            throw new BadInputException(FormattableString.Invariant($"{_numbers.Name} is '{last}'; with {_digits.Name} {digits} the last number has at most {digits} digits."));
        var winning = Sound(() => new WinningNumbers(last, digits, suffixes), _suffixes.Name);
        if (asJson)
            _output.WriteJson(winning.Write);
        else
            winning.Write(_output);
    }

    private static T Sound<T>(Func<T> compute, string namedBy)
    {
        try
        {
            return compute();
        }
        catch (ArgumentException wrong)
        {
            throw new BadInputException($"{namedBy}: {wrong.Message.Split(" (Parameter")[0]}");
        }
    }
}
