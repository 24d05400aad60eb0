namespace CampaignKit.EventStore;

/// <summary>An append with this id was written before, with other content (streams, expected versions, types or data); nothing was written now.</summary>
/// <param name="Id">The id.</param>
public sealed record AppendIdMismatch(AppendId Id) : AppendResult;
