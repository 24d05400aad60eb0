namespace CampaignKit.EventStore;

/// <summary>An import was asked for into a campaign that has events; nothing of it was written.</summary>
public sealed class CampaignNotEmptyException : Exception
{
    /// <summary>A campaign, not named, has events.</summary>
    public CampaignNotEmptyException()
        : base("The campaign has events; an import fills an empty one.")
    {
    }

    /// <summary>The campaign of this name has events.</summary>
    public CampaignNotEmptyException(string campaign)
        : base($"Campaign '{campaign}' has events; an import fills an empty one.")
    {
    }

    /// <summary>A campaign has events, told in a message, with a cause.</summary>
    public CampaignNotEmptyException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
