using System.CommandLine;

namespace CampaignKit.Tool.Campaigns;

/// <summary><c>campaignkit validate</c>.</summary>
internal static class ValidateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var path = new Argument<string>("CAMPAIGN.json") { Description = "The campaign's definition." };
        var json = new Option<bool>("--json") { Description = "Prints {\"isValid\",\"campaign\",\"version\",\"digest\",\"problems\":[{\"path\",\"value\",\"rule\"}]}." };
        var command = new Command("validate", "Checks a campaign's definition and lists everything that is wrong with it, each with path, value and rule.") { path, json };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(path);
            var (campaign, problems) = InputFile.Read(path.Name, file, name => (CampaignFile.TryLoad(name, out var loaded, out var found) ? loaded : null, found));
            if (parsed.GetValue(json))
                WriteJson(output, campaign, problems);
            else if (campaign is not null)
                output.WriteLine($"{campaign.Id} v{campaign.Version} is valid: {Counts(campaign)}; digest {campaign.Digest}");
            if (campaign is not null)
                return CommandLine.Success;

            error.WriteLine($"{file} is not a valid campaign ({Count(problems.Count, "problem")}):");
            foreach (var problem in problems)
                error.WriteLine($"  {problem}");
            return CommandLine.BadInput;
        });
        return command;
    }

    private static string Counts(Campaign campaign) => string.Join(
        ", ",
        Count(campaign.Units.Count, "unit"),
        Count(campaign.Tasks.Count, "task"),
        Count(campaign.Goals.Count, "goal"),
        Count(campaign.Draws.Count, "draw"));

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static void WriteJson(TextWriter output, Campaign? campaign, IReadOnlyList<DefinitionProblem> problems) => output.WriteJson(document =>
    {
        document.WriteBoolean("isValid", campaign is not null);
        document.WriteString("campaign", campaign?.Id);
        if (campaign is null)
            document.WriteNull("version");
        else
            document.WriteNumber("version", campaign.Version);
        document.WriteString("digest", campaign?.Digest.ToString());
        document.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            document.WriteStartObject();
            document.WriteString("path", problem.Path);
            document.WriteString("value", problem.Value);
            document.WriteString("rule", problem.Rule);
            document.WriteEndObject();
        }

        document.WriteEndArray();
    });
}
