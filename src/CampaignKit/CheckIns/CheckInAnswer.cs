namespace CampaignKit;

/// <summary>The answer to a check-in: <see cref="CheckInAccepted"/> or <see cref="CheckInRefused"/>.</summary>
public abstract record CheckInAnswer
{
    private protected CheckInAnswer()
    {
    }
}
