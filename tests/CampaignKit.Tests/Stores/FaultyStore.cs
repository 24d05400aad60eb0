using CampaignKit.EventStore;

namespace CampaignKit.Tests;

/// <summary>What goes wrong with an append.</summary>
public enum AppendFault
{
    None,

    /// <summary>It is sent twice, and the second answer is given.</summary>
    Twice,

    /// <summary>It is written, and the answer gets lost.</summary>
    AnswerLost,

    /// <summary>It does not reach the store.</summary>
    Unreachable,

    /// <summary>It is told to have lost against another writer.</summary>
    Conflict,
}

/// <summary>A store whose appends go wrong, one after another as the list says, over and over; goals' own appends never lose against others.</summary>
internal sealed class FaultyStore(IEventStore store, params IReadOnlyList<AppendFault> faults) : BorrowedStore(store)
{
    private int _appends = -1;

    public override async ValueTask<AppendResult> AppendAsync(string campaign, Append append, CancellationToken cancellationToken = default)
    {
        var first = append.Streams[0];
        var fault = faults.Count == 0 ? AppendFault.None : faults[Interlocked.Increment(ref _appends) % faults.Count];
        if (fault == AppendFault.Unreachable)
            throw new EventStoreUnavailableException("out of reach");
        if (fault == AppendFault.Conflict && !first.Stream.StartsWith("goal/", StringComparison.Ordinal))
            return new AppendConflict(first.Stream, first.Expected, 99);

        var answer = await base.AppendAsync(campaign, append, cancellationToken);
        return fault switch
        {
            AppendFault.Twice => await base.AppendAsync(campaign, append, cancellationToken),
            AppendFault.AnswerLost => throw new EventStoreUnavailableException("no answer"),
            _ => answer,
        };
    }
}
