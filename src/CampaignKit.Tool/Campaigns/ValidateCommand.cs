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
            var isValid = CampaignFile.TryLoad(file, out var campaign, out var problems);
            if (parsed.GetValue(json))
                WriteJson(output, campaign, problems);
            if (isValid && !parsed.GetValue(json))
                output.WriteLine($"{campaign!.Id} v{campaign.Version} is valid: {campaign.Units.Count} units, {campaign.Tasks.Count} tasks, {campaign.Goals.Count} goals, {campaign.Draws.Count} draws; digest {campaign.Digest}");
            if (!isValid)
            {
                error.WriteLine($"{file} is not a valid campaign ({problems.Count} {(problems.Count == 1 ? "problem" : "problems")}):");
                foreach (var problem in problems)
                    error.WriteLine($"  {problem}");
            }

            return isValid ? CommandLine.Success : CommandLine.BadInput;
        });
        return command;
    }

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
