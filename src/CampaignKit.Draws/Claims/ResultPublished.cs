using NodaTime;

namespace CampaignKit.Draws;

/// <summary>The result was made public: from now on the winners can claim their prizes. The first event, and the only one of its kind.</summary>
public sealed record ResultPublished : PrizeEvent
{
    internal ResultPublished(Instant at)
        : base(at)
    {
    }
}
