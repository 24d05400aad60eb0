using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using CampaignKit.Draws;
using CampaignKit.Tool.Boards;
using CampaignKit.Tool.Campaigns;
using CampaignKit.Tool.Draws;
using CampaignKit.Tool.Grievances;
using CampaignKit.Tool.Rates;
using NodaTime;

namespace CampaignKit.Tool;

/// <summary>The command <c>campaignkit</c>: arguments in, text and exit code out.</summary>
internal static class CommandLine
{
    public const int Success = 0;
    public const int CheckFailed = 1;
    public const int BadInput = 2;
    public const int Failed = 3;

    /// <summary>What shells give for a program that Ctrl-C ended.</summary>
    public const int Stopped = 130;

    /// <summary>Runs a command. Whatever is wrong is told on <paramref name="error"/>; nothing is thrown.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">What the command answers.</param>
    /// <param name="error">What is wrong.</param>
    /// <param name="clock">The time.</param>
    /// <param name="screen">The terminal on which long runs show how far they are; null if there is none.</param>
    public static int Run(string[] args, TextWriter output, TextWriter error, IClock clock, TextWriter? screen = null)
    {
        try
        {
            var code = Run(Parse(args, output, error, clock, screen), output, error);
            output.Flush();
            return code;
        }
        catch (BadInputException bad)
        {
            error.WriteLine(bad.Message);
            return BadInput;
        }
        catch (NotYetException early)
        {
            error.WriteLine(early.Message);
            return CheckFailed;
        }
        catch (BeaconException silent)
        {
            error.WriteLine(silent.Message);
            return Failed;
        }
        catch (Exception unforeseen)
        {
            error.WriteLine($"campaignkit failed: {unforeseen.Message.ReplaceLineEndings(" ")} ({unforeseen.GetType().Name})");
            return Failed;
        }
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        if (parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });

        var command = parsed.CommandResult.Command;
        foreach (var problem in command.Subcommands.Count > 0 ? [NoCommand(parsed, command)] : parsed.Errors.Select(found => Told(found, parsed)))
            error.WriteLine(problem);
        error.WriteLine($"See {FullName(command)} --help.");
        return BadInput;
    }

    private static ParseResult Parse(string[] args, TextWriter output, TextWriter error, IClock clock, TextWriter? screen)
    {
        // A plain command, since the library's root command is named for the assembly that runs it.
        var root = new Command(
            "campaignkit",
            """
            Checks campaigns and draws, computes rates, ranks boards, reports grievances.
            Exit codes: 0 success, 1 a check failed, 2 bad input, 3 the program failed, 130 stopped by Ctrl-C; what is wrong stands on standard error.
            """)
        {
            new HelpOption(),
            new VersionOption(),
            BoardCommand.Create(output, error, screen),
            new Command("draw", "Prize draws of the format campaignkit-ticket-v1: lock a plan, hold it, prove who was in, verify what was published; odds, single picks, digests and keys.")
            {
                DigestCommand.Create(output),
                HoldCommand.Create(output, clock),
                KeygenCommand.Create(output),
                LockCommand.Create(output, clock),
                OddsCommand.Create(output),
                PickCommand.Create(output),
                ProveCommand.Create(output),
                VerifyCommand.Create(output),
            },
            new Command("grievances", "Cases of a hotline or a 311 service: honest reports of files.")
            {
                ReportCommand.Create(output, error, screen),
            },
            RateCommand.Create(output),
            ValidateCommand.Create(output, error),
        };

        // An argument such as @2021 is itself, not the name of a file with more arguments.
        return root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    // The library names the command that wants an argument, and not the argument.
    private static string Told(ParseError found, ParseResult parsed) => found.SymbolResult is ArgumentResult { Parent: CommandResult, Tokens.Count: 0 } missing
        ? $"{missing.Argument.Name} is missing. {missing.Argument.Description}"
        : Shortened(found.Message, parsed);

    // What the library says of arguments that it does not know holds them in full.
    private static string Shortened(string message, ParseResult parsed) => parsed.UnmatchedTokens
        .Aggregate(message, (text, unknown) => text.Replace($"'{unknown}'", ShownText.Quoted(unknown), StringComparison.Ordinal));

    private static string NoCommand(ParseResult parsed, Command command)
    {
        var commands = string.Join(", ", command.Subcommands.Select(known => known.Name));
        return parsed.UnmatchedTokens is [var unknown, ..]
            ? $"{FullName(command)} has no {ShownText.Quoted(unknown)}; its commands are {commands}."
            : $"{FullName(command)} needs a command: {commands}.";
    }

    private static string FullName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{FullName(parent)} {command.Name}" : command.Name;
}
