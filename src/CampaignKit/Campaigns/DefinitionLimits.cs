using NodaTime;

namespace CampaignKit;

/// <summary>The bounds of what a definition may say.</summary>
internal static class DefinitionLimits
{
    public const int IdLength = 64;

    public const int SerialDigits = 18;

    public static LocalDate FirstDay { get; } = new(1900, 1, 1);

    public static LocalDate LastDay { get; } = new(2999, 12, 31);

    public static Duration FreezeAfter { get; } = Duration.FromDays(30);

    public static WholeRange Version { get; } = new(1, int.MaxValue);

    public static WholeRange NumberDigits { get; } = new(1, 9);

    // Nine billion check-ins that pay the most still add up within 64 bits.
    public static WholeRange Quantity { get; } = new(1, 1_000_000_000);

    public static WholeRange QuizPass { get; } = new(0, 100);

    public static WholeRange Reaches { get; } = new(1, 1_000_000_000_000_000);

    public static WholeRange Take { get; } = new(1, 1_000_000);

    public static WholeRange Alternates { get; } = new(0, 1_000_000);

    public static WholeRange CoolDown { get; } = new(0, 1_000);

    public static WholeRange Step { get; } = new(1, 1_000_000_000);

    public static Duration ClaimWithin { get; } = Duration.FromDays(366);
}
