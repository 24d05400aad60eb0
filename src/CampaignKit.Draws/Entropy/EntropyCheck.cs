namespace CampaignKit.Draws;

/// <summary>How far the randomness of a draw was checked; each step includes those before it.</summary>
public enum EntropyCheck
{
    /// <summary>It stands in the transcript; nothing ties it to the manifest.</summary>
    Recorded,

    /// <summary>A hash ties it to the manifest: the operator's secret gives the commitment.</summary>
    HashChecked,

    /// <summary>It is of the locked round, whose due time agrees with the chain, and is the hash of the round's signature.</summary>
    HashAndTimeChecked,

    /// <summary>The beacon's signature was verified with its public key.</summary>
    SignatureChecked,
}
