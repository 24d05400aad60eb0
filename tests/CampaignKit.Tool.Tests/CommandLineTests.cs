namespace CampaignKit.Tool.Tests;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => ["", "board", "draw", "draw digest", "draw hold", "draw keygen", "draw lock", "draw odds", "draw pick", "draw prove", "draw verify", "grievances", "grievances report", "rate", "validate"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_OfEachCommand_ShowsItsUsage(string command)
    {
        var help = ToolRun.Of([.. Words(command), "--help"]).Succeeded();

        Assert.Contains($"Usage:\n  campaignkit{(command.Length == 0 ? "" : " ")}{command} ", help.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("board", "--scores <FILE> (REQUIRED)", "--top <N>", "--skip <N>", "--around <ID>", "--radius <N>", "--ranking <STYLE>", "--ascending", "--repeated <HOW>", "[default: refuse]")]
    [InlineData("board", "--teams <FILE>", "--aggregate <HOW>", "[default: sum]", "--unteamed <HOW>", "--json")]
    [InlineData("draw digest", "--pool <FILE> (REQUIRED)", "--weighted", "--json")]
    [InlineData("draw pick", "--method <METHOD>", "--pool <FILE>", "--take <K> (REQUIRED)", "--rule-seed <HEX>", "--rule-seed-text <TEXT>", "--alternates <N>", "--weighted", "--json")]
    [InlineData("draw hold", "<FOLDER>", "--round-file <FILE>", "--signature <HEX>", "--secret <HEX>", "--pulse <FILE>", "--certificate <FILE>", "--numbers <NUMBERS>", "--fetch", "--from <URL>")]
    [InlineData("draw hold", "--late-reason <TEXT>", "--key <FILE>", "--proofs", "--without-pools <FOLDER>", "--json", "Exit codes:")]
    [InlineData("draw keygen", "--out <FILE> (REQUIRED)", "--json")]
    [InlineData("draw lock", "<PLAN>", "--out <FOLDER> (REQUIRED)", "--drand-after <INSTANT>", "--chain <NAME>", "--round <N>", "--commitment <HEX>", "--nist-at <INSTANT>", "--certificate-id <HEX>")]
    [InlineData("draw lock", "--nist-chain <N>", "--numbers <EVENT>", "--count <N>", "--from <A>", "--to <B>", "--due <INSTANT>", "--late-after <DURATION>", "--late-drand-after <INSTANT>", "--late-commitment <HEX>")]
    [InlineData("draw lock", "--late-numbers <EVENT>", "--key <FILE>", "--pseudonym-key <FILE>", "--salts <FILE>", "--json")]
    [InlineData("draw odds", "[<POOL>]", "--take <K>", "--weighted", "--id <ID>", "--suffix <DIGITS>", "--numbers <N>", "--digits <D>", "--json")]
    [InlineData("draw prove", "<ID>", "--folder <FOLDER> (REQUIRED)", "--rule <RULE> (REQUIRED)", "--out <FILE>", "--json")]
    [InlineData("draw verify", "<TRANSCRIPT.json>", "--pool <RULE=FILE>", "--exclusions <FILE>", "--operator-key <FILE>", "--manifest <FILE>", "--json", "Exit codes:")]
    [InlineData("rate", "--hits <X> (REQUIRED)", "--of <N> (REQUIRED)", "--method <METHOD>", "[default: wilson]", "[default: 0.95]", "--json")]
    [InlineData("validate", "<CAMPAIGN.json>", "--json")]
    [InlineData("", "board", "draw", "grievances", "rate", "validate", "Exit codes:", "130 stopped by Ctrl-C")]
    public void Help_OfACommand_NamesWhatItTakes(string command, params string[] parts)
    {
        var help = ToolRun.Of([.. Words(command), "--help"]).Succeeded();

        Assert.All(parts, part => Assert.Contains(part, help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "campaignkit needs a command: board, draw, grievances, rate, validate.\nSee campaignkit --help.\n")]
    [InlineData("draw", "campaignkit draw needs a command: digest, hold, keygen, lock, odds, pick, prove, verify.\nSee campaignkit draw --help.\n")]
    [InlineData("drow pick", "campaignkit has no 'drow'; its commands are board, draw, grievances, rate, validate.\nSee campaignkit --help.\n")]
    [InlineData("draw pik --take 1", "campaignkit draw has no 'pik'; its commands are digest, hold, keygen, lock, odds, pick, prove, verify.\nSee campaignkit draw --help.\n")]
    public void Run_NoSuchCommand_TellsWhichThereAre(string command, string complaint) => Assert.Equal(complaint, ToolRun.Of(Words(command)).Refused());

    [Theory]
    [InlineData("draw digest", "--pool")]
    [InlineData("draw pick --pool x", "--take")]
    [InlineData("draw pick --take 1", "--pool")]
    [InlineData("draw digest --pool", "--pool")]
    [InlineData("draw pick --pool x --take", "--take")]
    [InlineData("draw pick --pool x --take 1 --rule-seed", "--rule-seed")]
    [InlineData("draw pick --pool x --take 1 --rule-seed-text", "--rule-seed-text")]
    [InlineData("rate --hits 1 --of 2 --level", "--level")]
    [InlineData("draw digest --pool a --pool b", "--pool")]
    [InlineData("draw pick --pool a --take 1 --take 2", "--take")]
    [InlineData("rate --hits 1 --of 2 --bogus", "--bogus")]
    [InlineData("draw digest --pool a b", "'b'")]
    [InlineData("validate a b", "'b'")]
    [InlineData("validate", "CAMPAIGN.json is missing. ")]
    [InlineData("draw verify", "TRANSCRIPT.json is missing. ")]
    [InlineData("draw lock --out f --round 5", "PLAN is missing. ")]
    [InlineData("draw lock p --round 5", "--out")]
    [InlineData("draw hold --fetch", "FOLDER is missing. ")]
    [InlineData("draw prove x --rule r", "--folder")]
    [InlineData("draw keygen", "--out")]
    public void Run_ArgumentsAmiss_NamesThemAndTheHelp(string command, string named)
    {
        var complaint = ToolRun.Of(Words(command)).Refused();

        Assert.Contains(named, complaint, StringComparison.Ordinal);
        Assert.EndsWith(" --help.\n", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_OfTheTool_IsPrinted() => Assert.Matches(@"^\d+\.\d+\.\d+", ToolRun.Of("--version").Succeeded());

    [Fact]
    public void Run_OutputThatCannotBeWritten_IsOneLineAndItsOwnCode()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new FullOutput();

        var code = CommandLine.Run(["rate", "--hits", "1", "--of", "2"], output, error, new FixedClock(ToolRun.Now));

        Assert.Equal((3, "campaignkit failed: The disk is full. (IOException)\n"), (code, error.ToString()));
    }

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed class FullOutput : StringWriter
    {
        public override void Flush() => throw new IOException("The disk\nis full.");
    }
}
