using System.Text.Json.Nodes;

namespace CampaignKit.Browser.Tests;

/// <summary>A transcript with one thing changed.</summary>
internal static class TamperedTranscript
{
    internal static string With(string json, string how)
    {
        var transcript = JsonNode.Parse(json)!;
        var rules = transcript["rules"]!;
        switch (how)
        {
            case "winners swapped":
                var (first, second) = (rules[0]!["winners"]![0]!, rules[0]!["winners"]![1]!);
                (first["id"], second["id"]) = ((string)second["id"]!, (string)first["id"]!);
                break;
            case "ticket digit":
                rules[1]!["winners"]![3]!["ticket"] = OtherDigit((string)rules[1]!["winners"]![3]!["ticket"]!);
                break;
            case "seed":
                transcript["seed"] = OtherDigit((string)transcript["seed"]!);
                break;
            case "rule seed":
                rules[2]!["seed"] = OtherDigit((string)rules[2]!["seed"]!);
                break;
            case "manifest field":
                transcript["manifest"]!["rules"]![1]!["take"] = 21;
                break;
            case "other round":
                transcript["entropy"]!["round"] = Draws.Round + 1;
                break;
            case "signature digit":
                transcript["entropy"]!["signature"] = OtherDigit((string)transcript["entropy"]!["signature"]!);
                break;
            case "extra field":
                rules[0]!["losers"] = new JsonArray();
                break;
            case "extra field of an entry":
                rules[0]!["winners"]![0]!["note"] = "x";
                break;
            case "winner left out":
                rules[2]!["winners"]!.AsArray().RemoveAt(rules[2]!["winners"]!.AsArray().Count - 1);
                break;
            case "reason":
                var reason = rules[1]!["skipped"]![0]!;
                reason["reason"] = (string)reason["reason"]! == "drawn-by-this-rule" ? "won-by-earlier-rule" : "drawn-by-this-rule";
                break;
            default:
                throw new ArgumentException(how, nameof(how));
        }

        return transcript.ToJsonString();
    }

    private static string OtherDigit(string hex) => $"{hex[..^1]}{(hex[^1] == '0' ? '1' : '0')}";
}
