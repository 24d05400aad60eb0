using System.Text.Json;
using static CampaignKit.Grievances.GrievanceJson;
using static CampaignKit.Grievances.JsonValues;

namespace CampaignKit.Grievances;

/// <summary>The flags as JSON; null where they are left out.</summary>
internal static class FlagsJson
{
    public static void Write(Utf8JsonWriter json, GrievanceReport report)
    {
        if (report.Flags is not { } flags)
        {
            json.WriteNull("flags");
            json.WriteNull("flagsNotLookedFor");
            return;
        }

        Objects(json, "flags", flags.Flags, flag =>
        {
            json.WriteString("unit", flag.Unit);
            json.WriteString("kind", NameOf(flag.Kind));
            RateJson.Write(json, "rate", flag.Rate);
            if (flag.ComparedWith is { } other)
                RateJson.Write(json, "comparedWith", other);
            else
                json.WriteNull("comparedWith");
            WriteNumber(json, "probability", flag.Probability);
            Strings(json, "cases", flag.Cases);
            json.WriteString("sentence", flag.Sentence);
        });
        Strings(json, "flagsNotLookedFor", flags.NotLookedFor.Select(NameOf));
    }

    private static string NameOf(FlagKind kind) => kind switch
    {
        FlagKind.ClosedWithinMinutes => "closed within minutes",
        FlagKind.SharedClosingTime => "shared closing time",
        FlagKind.SelectiveCallBacks => "selective call-backs",
        FlagKind.UnevenCallBacks => "uneven call-backs",
        FlagKind.Reopened => "reopened",
        FlagKind.ClosedWithoutReply => "closed without a reply",
        _ => "update as closing",
    };
}
