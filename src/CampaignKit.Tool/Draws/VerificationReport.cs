using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>What verifying a transcript came to, for people and for machines.</summary>
internal static class VerificationReport
{
    public static void Write(TextWriter output, Verification check, Transcript? transcript)
    {
        output.WriteLine(check);
        if (check.Status == VerificationStatus.Invalid || transcript is null)
            return;
        output.WriteLine($"  draw        {transcript.Manifest.Name}");
        output.WriteLine($"  manifest    {transcript.ManifestDigest}");
        output.WriteLine($"  decided by  {transcript.Source}");
        foreach (var (rule, evidence) in check.Pools)
            output.WriteLine($"  {rule}: {InWords(evidence, check.Exclusions)}");
        if (check.Exclusions is { } exclusions)
            output.WriteLine($"  exclusions: {(exclusions == PoolEvidence.Data ? "those locked" : "not at hand; give --exclusions")}");
        if (transcript.Claims.Count > 0)
        {
            var prizes = Claims.Of(transcript).Prizes.CountBy(prize => prize.Status).OrderBy(count => count.Key).Select(count => $"{count.Value} {Name(count.Key)}");
            output.WriteLine($"  claims: published {TimeOption.Text(transcript.Claims[0].At)}; {string.Join(", ", prizes)}");
        }
    }

    public static void Write(Utf8JsonWriter document, Verification check, Transcript? transcript)
    {
        document.WriteString("status", Name(check.Status));
        document.WriteBoolean("isValid", check.IsValid);
        Write(document, check.FirstDifference);
        document.WriteString("draw", transcript?.Manifest.Name.ToString());
        document.WriteString("manifestDigest", transcript?.ManifestDigest.ToString());
        document.WriteString("entropy", Name(check.Entropy));
        document.WriteString("source", transcript is null ? null : transcript.Source.ToString());
        document.WriteString("lateReason", check.LateReason);
        document.WriteStartObject("pools");
        foreach (var (rule, evidence) in check.Pools)
            document.WriteString(rule, Name(evidence));
        document.WriteEndObject();
        document.WriteString("exclusions", check.Exclusions is { } exclusions ? Name(exclusions) : null);
        WriteSignature(document, check.Signature);
        WriteClaims(document, check.Status == VerificationStatus.Invalid ? null : transcript);
    }

    public static void Write(Utf8JsonWriter document, Difference? difference)
    {
        if (difference is null)
        {
            document.WriteNull("firstDifference");
            return;
        }

        document.WriteStartObject("firstDifference");
        document.WriteString("path", difference.Path);
        document.WriteString("expected", difference.Expected);
        document.WriteString("actual", difference.Actual);
        document.WriteEndObject();
    }

    private static void WriteSignature(Utf8JsonWriter document, SignatureEvidence signature)
    {
        if (signature.Key is not { } key)
        {
            document.WriteNull("signature");
            return;
        }

        document.WriteStartObject("signature");
        document.WriteStartArray("documents");
        foreach (var signed in signature.Documents)
            document.WriteStringValue(Name(signed));
        document.WriteEndArray();
        document.WriteString("fingerprint", key.Fingerprint.ToString());
        document.WriteBoolean("isKnown", signature.IsKnown);
        document.WriteEndObject();
    }

    // Claims that do not follow are the difference; then there is nothing to tell of prizes.
    private static void WriteClaims(Utf8JsonWriter document, Transcript? transcript)
    {
        if (transcript is null || transcript.Claims.Count == 0)
        {
            document.WriteNull("claims");
            return;
        }

        document.WriteStartArray("claims");
        foreach (var prize in Claims.Of(transcript).Prizes)
        {
            document.WriteStartObject();
            document.WriteString("rule", prize.RuleId);
            document.WriteNumber("place", prize.Place);
            document.WriteString("id", prize.Entry.Id);
            document.WriteString("status", Name(prize.Status));
            document.WriteString("since", TimeOption.Text(prize.Since));
            document.WriteString("until", prize.Until is { } until ? TimeOption.Text(until) : null);
            document.WriteEndObject();
        }

        document.WriteEndArray();
    }

    private static string InWords(PoolEvidence pool, PoolEvidence? exclusions) => (pool, exclusions) switch
    {
        (PoolEvidence.Data, PoolEvidence.DigestOnly) => "its pool is the one locked; without the exclusions it was not drawn again",
        (PoolEvidence.Data, _) => "drawn again from its pool",
        (PoolEvidence.Proofs, _) => "its tickets were recomputed, and its entries proved to be in the pool; to draw it again, give --pool",
        _ => "only its tickets were recomputed; give --pool",
    };

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
