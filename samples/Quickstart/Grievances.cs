using CampaignKit.Grievances;

namespace CampaignKit.Quickstart;

/// <summary>The grievances to report: a file of the caller's, or a generated one.</summary>
internal sealed record Grievances(string Path, CaseTable Table)
{
    public static Grievances Read(QuickstartOptions options, Campaign campaign)
    {
        var path = options.Grievances?.FullName ?? Generated(options);
        return new Grievances(path, CaseTable.Read(path, CsvMap.Parse(options.Map) with { Calendar = campaign.Calendar }));
    }

    private static string Generated(QuickstartOptions options)
    {
        options.Output.Create();
        var path = System.IO.Path.Combine(options.Output.FullName, "grievances.csv");
        GrievanceFile.Write(path, options.Settings.Seed);
        return path;
    }
}
