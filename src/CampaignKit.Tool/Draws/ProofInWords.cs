using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>What a proof shows, as a sentence.</summary>
internal static class ProofInWords
{
    public static string Of(PoolProof proof, string ruleIds, Manifest manifest) =>
        $"'{proof.Id}' {(proof.IsIncluded ? "was" : "was not")} in the pool of {ruleIds} of {manifest.Name}, which has {(proof.Size == 1 ? "1 entrant" : FormattableString.Invariant($"{proof.Size:N0} entrants"))}.";
}
