namespace CampaignKit;

/// <summary>The answer to a command that has nothing more to tell: <see cref="Recorded"/> or <see cref="Refused"/>.</summary>
public abstract record Answer
{
    private protected Answer()
    {
    }
}
