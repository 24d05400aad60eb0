namespace CampaignKit;

/// <summary>The answer to a step of a draw: <see cref="DrawIsLocked"/>, <see cref="DrawIsHeld"/> or <see cref="DrawRefused"/>.</summary>
public abstract record DrawAnswer
{
    private protected DrawAnswer()
    {
    }
}
