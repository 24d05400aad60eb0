using System.Globalization;

namespace CampaignKit;

/// <summary>The whole numbers that a value of a definition may have, both ends included.</summary>
internal readonly record struct WholeRange(long Least, long Most)
{
    public bool Holds(long value) => Least <= value && value <= Most;

    /// <summary>The rule as a sentence.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {Least:N0} to {Most:N0}.");
}
