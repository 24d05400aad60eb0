namespace CampaignKit.EventStore;

/// <summary>
/// The answer to an append, one of: <see cref="AppendCommitted"/>, <see cref="AppendDuplicate"/>, <see cref="AppendConflict"/>,
/// <see cref="AppendIdMismatch"/>.
/// </summary>
public abstract record AppendResult
{
    private protected AppendResult()
    {
    }

    /// <summary>Where the events stand, written now or by the first append of this id; null if the append was refused.</summary>
    public virtual AppendCommitted? Stored => null;
}
