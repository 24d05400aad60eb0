using NodaTime;

namespace CampaignKit.Draws;

/// <summary>What decides a draw if the source that was named first does not speak.</summary>
/// <param name="After">How long beyond the due time of the first source, in whole seconds above 0.</param>
/// <param name="Entropy">The source that decides then.</param>
public sealed record LateEntropy(Duration After, FutureEntropy Entropy);
