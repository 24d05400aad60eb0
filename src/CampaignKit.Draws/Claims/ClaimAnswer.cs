namespace CampaignKit.Draws;

/// <summary>What came of claiming or forfeiting a prize: <see cref="ClaimAccepted"/> or <see cref="ClaimRefused"/>.</summary>
public abstract record ClaimAnswer
{
    private protected ClaimAnswer()
    {
    }
}
