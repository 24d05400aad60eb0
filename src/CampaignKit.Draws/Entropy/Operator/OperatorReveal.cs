namespace CampaignKit.Draws;

/// <summary>The secret that the operator had committed to; it is the randomness.</summary>
public sealed record OperatorReveal : EntropyRecord
{
    /// <summary>A secret of 64 lower-case hex digits.</summary>
    /// <exception cref="FormatException"><paramref name="secret"/> is anything else.</exception>
    public OperatorReveal(string secret)
        : base(Digest.Parse(secret))
    {
    }

    /// <summary>The secret.</summary>
    public string Secret => Randomness.ToString();
}
