namespace CampaignKit.EventStore;

/// <summary>An append with this id and this content was written before; nothing was written now.</summary>
/// <param name="First">The answer that the first append got.</param>
public sealed record AppendDuplicate(AppendCommitted First) : AppendResult
{
    /// <inheritdoc/>
    public override AppendCommitted Stored => First;
}
