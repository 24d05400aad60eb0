namespace CampaignKit.Draws;

/// <summary>How far the randomness of a draw was checked.</summary>
public enum EntropyCheck
{
    /// <summary>It stands in the transcript, and has the form that the manifest asks for; whether it is what was announced, only people can tell.</summary>
    Recorded,

    /// <summary>A hash ties it to the manifest: the operator's secret gives the commitment.</summary>
    HashChecked,

    /// <summary>It is of the locked round, whose due time agrees with the chain, and is the hash of the round's signature.</summary>
    HashAndTimeChecked,

    /// <summary>
    /// The beacon's signature was verified as well, with the key that the manifest names: a drand chain's, or that of NIST's certificate.
    /// </summary>
    SignatureChecked,
}
