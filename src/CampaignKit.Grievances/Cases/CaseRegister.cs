using CampaignKit.EventStore;

namespace CampaignKit.Grievances;

/// <summary>
/// All cases that a store keeps under one name, folded into memory: for lists, reports and clocks. It stands where it was read to until
/// <see cref="CatchUpAsync"/>. For one thread at a time.
/// </summary>
public sealed class CaseRegister
{
    private readonly IEventStore _store;
    private readonly string _campaign;
    private readonly Dictionary<string, CaseFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    private CaseRegister(IEventStore store, string campaign)
    {
        _store = store;
        _campaign = campaign;
    }

    /// <summary>The position up to which the record was folded.</summary>
    public long Position { get; private set; }

    /// <summary>The cases in the order in which they were recorded, each with the outcome of the one it follows if it was merged.</summary>
    public IEnumerable<GrievanceCase> Cases => _order.Select(id => Find(id)!);

    /// <summary>Reads all cases.</summary>
    /// <param name="store">The store.</param>
    /// <param name="campaign">The name under which it keeps the cases; other streams under that name are passed over.</param>
    /// <param name="progress">Is told the position reached, every thousand events; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EventStoreUnavailableException">The store cannot be reached.</exception>
    /// <exception cref="InvalidDataException">The record of a case holds what this version cannot read.</exception>
    public static async Task<CaseRegister> ReadAsync(
        IEventStore store, string campaign, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        var register = new CaseRegister(Guard.Against.Null(store), EventStoreLimits.CheckName(campaign, nameof(campaign)));
        await register.CatchUpAsync(progress, cancellationToken).ConfigureAwait(false);
        return register;
    }

    /// <summary>Folds what was recorded since; if it is stopped, what was folded so far counts.</summary>
    /// <param name="progress">Is told the position reached, every thousand events; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EventStoreUnavailableException">The store cannot be reached.</exception>
    /// <exception cref="InvalidDataException">The record of a case holds what this version cannot read.</exception>
    /// <exception cref="CursorBeyondHeadException">The store was put back to an earlier state: read anew.</exception>
    public async Task CatchUpAsync(IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        await foreach (var stored in _store.ReadCampaignAsync(_campaign, Position, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Stream.StartsWith(CaseStreams.Prefix, StringComparison.Ordinal))
                FileOf(stored.Stream[CaseStreams.Prefix.Length..]).Add(CaseCodec.Decode<CaseEvent>(stored), stored.Position);
            Position = stored.Position;
            if (Position % 1000 == 0)
                progress?.Report(Position);
        }
    }

    /// <summary>The case, with the outcome of the one it follows if it was merged; null if there is none.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="caseId"/> is null.</exception>
    public GrievanceCase? Find(string caseId) => ChainOf(caseId).Select(f => f.Case).Reverse().Aggregate(
        (GrievanceCase?)null, (original, duplicate) => original is null ? duplicate : duplicate.Following(original));

    /// <summary>The time line of the case, for its clocks, with that of the one it follows if it was merged; null if there is none.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="caseId"/> is null.</exception>
    public CaseTimeline? TimelineOf(string caseId) => ChainOf(caseId).Select(f => CaseTimeline.Of(f.Events)).Reverse().Aggregate(
        (CaseTimeline?)null, (original, duplicate) => original is null ? duplicate : duplicate.Following(original));

    /// <summary>Whether it is of that store and name.</summary>
    internal bool IsOf(IEventStore store, string campaign) => ReferenceEquals(_store, store) && _campaign == campaign;

    private List<CaseFile> ChainOf(string caseId)
    {
        Guard.Against.Null(caseId);
        var chain = new List<CaseFile>();
        for (var next = caseId; next is not null && _files.TryGetValue(next, out var file); next = file.Case.MergedInto)
            chain.Add(file);
        return chain;
    }

    private CaseFile FileOf(string caseId)
    {
        if (!_files.TryGetValue(caseId, out var file))
        {
            _files.Add(caseId, file = new CaseFile(caseId));
            _order.Add(caseId);
        }

        return file;
    }
}
