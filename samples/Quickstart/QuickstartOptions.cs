using System.CommandLine;
using CampaignKit.Quickstart.Simulation;

namespace CampaignKit.Quickstart;

/// <summary>What the command line says.</summary>
internal sealed record QuickstartOptions(
    FileInfo Campaign, Settings Settings, FileInfo? Database, DirectoryInfo Output, FileInfo? Grievances, string Map)
{
    public const int MaxWeeks = 13;
    private const int MaxParticipants = 99_999;

    private static readonly Option<FileInfo> CampaignFileOption = new("--campaign")
    {
        Description = "The campaign's definition.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "changning.campaign.json")),
    };

    private static readonly Option<int> ParticipantsOption = new("--participants")
    {
        Description = "How many people take part, 100 to 99,999.",
        DefaultValueFactory = _ => 12_000,
    };

    private static readonly Option<int> WeeksOption = new("--weeks") { Description = "How many weeks are played, 1 to 13.", DefaultValueFactory = _ => 3 };

    private static readonly Option<int> SeedOption = new("--seed") { Description = "The seed of the simulation.", DefaultValueFactory = _ => 2021 };

    private static readonly Option<FileInfo?> DatabaseOption = new("--db")
    {
        Description = "Keeps the record in this SQLite file; a run on a file that exists resumes. Without it a temporary file is used.",
    };

    private static readonly Option<DirectoryInfo> OutputOption = new("--out")
    {
        Description = "Where the draws' transcripts and pools and the grievances are written.",
        DefaultValueFactory = _ => new DirectoryInfo("quickstart-out"),
    };

    private static readonly Option<FileInfo?> GrievancesOption = new("--grievances")
    {
        Description = "A CSV of grievances to report instead of the generated one.",
    };

    private static readonly Option<string> MapOption = new("--map")
    {
        Description = "Which columns of the CSV hold what, such as \"id=case_no,opened=created,unit=district\".",
        DefaultValueFactory = _ => GrievanceFile.Map,
    };

    /// <summary>The command, which runs what is passed in.</summary>
    public static RootCommand Command(Func<QuickstartOptions, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Runs a whole campaign on a SQLite file: enrolment, three weeks of check-ins, boards, verifiable draws, grievances.")
        {
            CampaignFileOption, ParticipantsOption, WeeksOption, SeedOption, DatabaseOption, OutputOption, GrievancesOption, MapOption,
        };
        AddRange(ParticipantsOption, 100, MaxParticipants);
        AddRange(WeeksOption, 1, MaxWeeks);
        command.SetAction((parsed, cancellationToken) => run(
            new QuickstartOptions(
                parsed.GetRequiredValue(CampaignFileOption),
                new Settings(parsed.GetValue(ParticipantsOption), parsed.GetValue(WeeksOption), parsed.GetValue(SeedOption)),
                parsed.GetValue(DatabaseOption),
                parsed.GetRequiredValue(OutputOption),
                parsed.GetValue(GrievancesOption),
                parsed.GetRequiredValue(MapOption)),
            cancellationToken));
        return command;
    }

    private static void AddRange(Option<int> option, int low, int high) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < low || value > high))
            result.AddError($"{option.Name} is {value}; it is from {low:N0} to {high:N0}.");
    });
}
