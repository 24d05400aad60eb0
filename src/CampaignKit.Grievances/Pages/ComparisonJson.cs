using System.Text.Json;
using static CampaignKit.Grievances.GrievanceJson;
using static CampaignKit.Grievances.JsonValues;

namespace CampaignKit.Grievances;

/// <summary>The comparison of units as JSON.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter json, GrievanceReport report)
    {
        if (report is not { Funnel: { } funnel, Shrinkage: { } shrinkage, Ranks: { } ranks })
        {
            json.WriteNull("comparison");
            return;
        }

        var spread = new ComparisonSpread(funnel);
        var byChance = spread.ByChance.Points.ToDictionary(p => p.Name);
        var shrunken = shrinkage.Units.ToDictionary(u => u.Name);
        var ranked = ranks.Units.ToDictionary(u => u.Name);
        var units = report.Units.ToDictionary(u => u.Key[0]);
        json.WriteStartObject("comparison");
        json.WriteString("by", report.Compared!.Name);
        WriteNumber(json, "target", funnel.Target);
        WriteAnswered(json, report.Units);
        json.WriteNumber("minimumBase", report.Options.MinimumBase);
        json.WriteNumber("phi", funnel.Dispersion.Phi);
        json.WriteNumber("tauSquared", funnel.Dispersion.TauSquared);
        WriteNumber(json, "probabilityByChance", spread.Test is { IsBound: false } test ? test.Probability : null);
        WriteNumber(json, "probabilityByChanceAtMost", spread.Test?.Probability);
        Objects(json, "units", funnel.Points, point =>
        {
            json.WriteString("name", point.Name);
            RateJson.Write(json, "measured", point.Rate);
            WriteAnswered(json, [units[point.Name]]);
            json.WriteString("verdict", NameOf(point.Verdict));
            json.WriteString("verdictByChance", NameOf(byChance[point.Name].Verdict));
            WriteNumber(json, "low998", point.Limits?.Low998);
            WriteNumber(json, "low95", point.Limits?.Low95);
            WriteNumber(json, "high95", point.Limits?.High95);
            WriteNumber(json, "high998", point.Limits?.High998);
            WriteNumber(json, "shrunken", shrunken[point.Name].Value);
            var rank = ranked.GetValueOrDefault(point.Name);
            WriteNumber(json, "bestRank", rank?.BestRank);
            WriteNumber(json, "worstRank", rank?.WorstRank);
        });
        json.WriteStartArray("notToldApart");
        foreach (var group in ranks.Groups)
        {
            json.WriteStartArray();
            foreach (var unit in group)
                json.WriteStringValue(unit.Name);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NameOf(FunnelVerdict verdict) => verdict switch
    {
        FunnelVerdict.FarBelow => "below 99.8",
        FunnelVerdict.Below => "below 95",
        FunnelVerdict.Within => "within",
        FunnelVerdict.Above => "above 95",
        FunnelVerdict.FarAbove => "above 99.8",
        _ => "too few",
    };
}
