namespace CampaignKit.Leaderboards;

/// <summary>A bound between the members of one key, which parts those who stand before it from those behind it.</summary>
internal interface ITieBound
{
    /// <summary>Whether the bound is behind this member.</summary>
    bool IsBehind(int member);
}
