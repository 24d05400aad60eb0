namespace CampaignKit.Draws;

/// <summary>The randomness given is not what the draw was locked to: another round, another secret, a hash that does not agree.</summary>
public sealed class EntropyRefusedException : Exception
{
    internal EntropyRefusedException(Difference difference)
        : base($"This randomness does not decide the draw. {difference}") => Difference = difference;

    /// <summary>What differs from the lock.</summary>
    public Difference Difference { get; }
}
