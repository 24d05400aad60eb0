using static CampaignKit.Grievances.ReportWords;

namespace CampaignKit.Grievances;

/// <summary>What stands beside every satisfaction of a group in a table: how many are rated, and the bounds for all.</summary>
internal static class AnsweredColumns
{
    public static (string Header, bool IsNumber)[] Headers { get; } = [("Rated", true), ("Rated of closed", true), ("Bounds of all closed", true)];

    public static string[] Of(SurveyedRate? rate) =>
        rate is null ? ["no data", "0 of 0", "no data"]
        : [Share(rate.Response.Value), $"{Number(rate.Response.Hits)} of {Number(rate.Response.Base)}", rate.Bounds?.ToString() ?? "no data"];
}
