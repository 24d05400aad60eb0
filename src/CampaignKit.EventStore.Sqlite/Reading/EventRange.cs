namespace CampaignKit.EventStore.Sqlite;

/// <summary>What is still to be read: of the campaign or stream with this id, the events after one place up to the last.</summary>
internal readonly record struct EventRange(long Id, long After, long Last)
{
    public bool IsEmpty => After >= Last;
}
