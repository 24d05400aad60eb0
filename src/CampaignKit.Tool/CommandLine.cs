using System.CommandLine;
using CampaignKit.Draws;
using CampaignKit.Tool.Campaigns;
using CampaignKit.Tool.Draws;
using CampaignKit.Tool.Rates;

namespace CampaignKit.Tool;

/// <summary>The command <c>campaignkit</c>: 0 for success, 1 when a check failed, 2 for bad input, with the message on standard error.</summary>
internal static class CommandLine
{
    public const int Success = 0;
    public const int CheckFailed = 1;
    public const int BadInput = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            """
            Checks campaigns, draws and rates.
            Exit codes: 0 success, 1 a check failed, 2 bad input, with the message on standard error.
            """)
        {
            new Command("draw", "Prize draws of the format campaignkit-ticket-v1: digest a pool, pick winners, verify a transcript.")
            {
                DigestCommand.Create(output), PickCommand.Create(output), VerifyCommand.Create(output),
            },
            RateCommand.Create(output),
            ValidateCommand.Create(output, error),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
                error.WriteLine(problem.Message);
            error.WriteLine("See --help.");
            return BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception bad) when (bad is BadInputException or PoolFormatException or FormatException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(bad.Message);
            return BadInput;
        }
    }
}
