namespace CampaignKit;

/// <summary>What a check-in request comes to: one of the three.</summary>
internal abstract record CheckInDecision
{
    private CheckInDecision()
    {
    }

    internal sealed record Refuse(Refusal Why) : CheckInDecision;

    /// <summary>The key was used for the same request before: the first record answers again.</summary>
    internal sealed record Repeat(CheckIn First) : CheckInDecision;

    internal sealed record Accept(CheckedIn Fact) : CheckInDecision;
}
