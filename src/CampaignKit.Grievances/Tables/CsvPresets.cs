using System.Collections.Frozen;
using CampaignKit.Calendars;

namespace CampaignKit.Grievances;

/// <summary>The maps of files that cities publish, and of those that <see cref="CaseTable.WriteCsv"/> writes.</summary>
internal static class CsvPresets
{
    // The portals' own download button writes American dates where their interface writes ISO ones.
    private static readonly string[] PortalFormats = [.. CsvMap.IsoFormats, "MM/dd/uuuu", "MM/dd/uuuu hh:mm:ss tt"];

    public static CsvMap Chicago { get; } =
        CsvMap.Parse("id=request_id,opened=created_date,closed=completed_date,status=status,unit=ward,category=subcategory,updated=last_modified_date") with
        {
            Optional = [CaseField.Updated],
            Calendar = CampaignCalendar.In("America/Chicago"),
            DateFormats = [.. CsvMap.IsoFormats, "MM/dd/uuuu"],
            Grain = TimeGrain.Day,
            Repeats = RepeatedIds.EveryCounts,
            Statuses = new Dictionary<string, StatedStatus>
            {
                ["Completed"] = new(Closed: true),
                ["Completed - Dup"] = new(Closed: true, Duplicate: true),
                ["Open"] = new(Closed: false),
                ["Open - Dup"] = new(Closed: false, Duplicate: true),
            },
        };

    public static CsvMap NewYork { get; } =
        CsvMap.Parse(
            "id=unique_key,opened=created_date,closed=closed_date,due=due_date,status=status,unit=agency,category=complaint_type,"
            + "updated=resolution_action_updated_date") with
        {
            Optional = [CaseField.Updated],
            Calendar = CampaignCalendar.In("America/New_York"),
            DateFormats = PortalFormats,
            Statuses = new Dictionary<string, StatedStatus>
            {
                ["Closed"] = new(Closed: true),
                ["Open"] = new(Closed: false),
                ["Assigned"] = new(Closed: false),
                ["In Progress"] = new(Closed: false),
                ["Pending"] = new(Closed: false),
                ["Started"] = new(Closed: false),
                ["Unspecified"] = new(Closed: false),
                ["Unassigned"] = new(Closed: false),
                ["Email Sent"] = new(Closed: false),
            },
            StatusDecides = true,
        };

    public static CsvMap Boston { get; } =
        CsvMap.Parse("id=case_enquiry_id,opened=open_dt,closed=closed_dt,due=target_dt,status=case_status,unit=department,category=type") with
        {
            Calendar = CampaignCalendar.In("America/New_York"),
            DateFormats = PortalFormats,
        };

    public static CsvMap Exported { get; } =
        CsvMap.Parse(
            "id=id,opened=opened,closed=closed,due=due,status=status,unit=unit,category=category,contacted=contacted,resolved=resolved,rating=rating,"
            + "updated=updated,replied=replied,reopenings=reopenings") with
        {
            Optional = [CaseField.Updated, CaseField.Replied, CaseField.Reopenings],
            Statuses = new Dictionary<string, StatedStatus>
            {
                ["open"] = new(Closed: false),
                ["closed"] = new(Closed: true),
                ["open duplicate"] = new(Closed: false, Duplicate: true),
                ["closed duplicate"] = new(Closed: true, Duplicate: true),
            },
        };

    public static FrozenDictionary<string, CsvMap> ByName { get; } = new Dictionary<string, CsvMap>
    {
        ["chicago"] = Chicago,
        ["nyc"] = NewYork,
        ["boston"] = Boston,
        ["campaignkit"] = Exported,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
