using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The words of draws in a definition file.</summary>
internal static class DrawWording
{
    public static Wording<TiePolicy> Ties { get; } = new(
        (TiePolicy.Ticket, "ticket"),
        (TiePolicy.Share, "share"),
        (TiePolicy.Extend, "extend"));

    public static Wording<OverlapPolicy> Overlap { get; } = new(
        (OverlapPolicy.OnePrizePerPerson, "one prize, in rule order"),
        (OverlapPolicy.Allowed, "allowed"));

    public static Wording<Population> Population { get; } = new(
        (CampaignKit.Population.ApprovedMessages, "approved messages"),
        (CampaignKit.Population.Participants, "participants"),
        (CampaignKit.Population.ActiveParticipants, "active participants"));
}
