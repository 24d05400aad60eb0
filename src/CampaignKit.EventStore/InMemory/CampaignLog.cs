namespace CampaignKit.EventStore;

/// <summary>One campaign's events in memory. Not safe for several threads; the store locks around it.</summary>
internal sealed class CampaignLog(string campaign)
{
    private readonly List<StoredEvent> _events = [];
    private readonly Dictionary<string, List<StoredEvent>> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<AppendId, (byte[] Digest, AppendCommitted Answer)> _appends = [];

    public long Head => _events.Count;

    public Dictionary<string, Snapshot> Snapshots { get; } = new(StringComparer.Ordinal);

    public AppendResult Append(Append append, byte[] digest)
    {
        if (_appends.TryGetValue(append.Id, out var earlier))
            return digest.AsSpan().SequenceEqual(earlier.Digest) ? new AppendDuplicate(earlier.Answer) : new AppendIdMismatch(append.Id);

        foreach (var stream in append.Streams)
        {
            if (!stream.Expected.Accepts(VersionOf(stream.Stream)))
                return new AppendConflict(stream.Stream, stream.Expected, VersionOf(stream.Stream));
        }

        var first = Head + 1;
        foreach (var stream in append.Streams)
        {
            foreach (var e in stream.Events)
                Add(stream.Stream, e);
        }

        var answer = new AppendCommitted(first, Head, [.. append.Streams.Select(stream => VersionOf(stream.Stream))]);
        _appends.Add(append.Id, (digest, answer));
        return answer;
    }

    public void RefuseUnlessEmpty()
    {
        if (Head > 0)
            throw new CampaignNotEmptyException(campaign);
    }

    public void Import(IReadOnlyList<ImportedEvent> events)
    {
        RefuseUnlessEmpty();
        foreach (var e in events)
            Add(e.Stream, e.Event);
    }

    public IReadOnlyList<StoredEvent> Read(long after)
    {
        CursorBeyondHeadException.ThrowIfBeyond(campaign, after, Head);
        return _events[(int)after..];
    }

    public IReadOnlyList<StoredEvent> ReadStream(string stream, long after)
    {
        CursorBeyondHeadException.ThrowIfBeyond(campaign, stream, after, VersionOf(stream));
        return _streams.TryGetValue(stream, out var events) ? events[(int)after..] : [];
    }

    private long VersionOf(string stream) => _streams.TryGetValue(stream, out var events) ? events.Count : 0;

    private void Add(string stream, NewEvent e)
    {
        if (!_streams.TryGetValue(stream, out var events))
            _streams.Add(stream, events = []);
        var stored = new StoredEvent(Head + 1, stream, events.Count + 1, e.Type, e.Data);
        _events.Add(stored);
        events.Add(stored);
    }
}
