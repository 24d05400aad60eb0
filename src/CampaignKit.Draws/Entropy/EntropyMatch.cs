namespace CampaignKit.Draws;

/// <summary>
/// Compares the randomness that came with the two sources that a manifest may name. Whether a record is the late source's is for the
/// reason to say, not for the record: what decided must not depend on which of them happens to fit.
/// </summary>
internal static class EntropyMatch
{
    private const string ReasonPath = "$.lateReason";

    internal static Difference? FirstDifference(Manifest manifest, EntropyRecord record, string? lateReason, IBeaconSignatureVerifier? signatures = null)
    {
        var (first, late) = (manifest.Entropy, manifest.Late?.Entropy);
        if (lateReason is null)
        {
            var difference = first.FirstDifference(record, signatures);
            return difference is not null && late is not null && late.FirstDifference(record) is null
                ? new Difference(ReasonPath, "why the first source did not speak, as this is the randomness of the late one", "nothing")
                : difference;
        }

        var reason = $"'{lateReason}'";
        if (StatedText.Problem(lateReason) is { } rule)
            return new Difference(ReasonPath, $"a reason ({rule})", reason);
        if (late is null)
            return new Difference(ReasonPath, "nothing, as the manifest names no late source", reason);
        var lateDifference = late.FirstDifference(record, signatures);
        return lateDifference is not null && first.FirstDifference(record) is null
            ? new Difference(ReasonPath, "nothing, as this is the randomness of the first source", reason)
            : lateDifference;
    }
}
