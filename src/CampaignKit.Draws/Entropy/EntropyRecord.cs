namespace CampaignKit.Draws;

/// <summary>The randomness that came, with what is needed to check it against the locked source.</summary>
public abstract record EntropyRecord
{
    private protected EntropyRecord(Digest randomness) => Randomness = randomness;

    /// <summary>The 32 random bytes, which go into the seed as 64 lower-case hex digits.</summary>
    public Digest Randomness { get; }
}
