namespace CampaignKit.EventStore.Tests;

/// <summary>The contract of appending, said as plainly as possible: one list of everything.</summary>
internal sealed class EventStoreModel
{
    private readonly List<(AppendId Id, string Digest, AppendCommitted Answer)> _appends = [];

    public List<StoredEvent> Events { get; } = [];

    public AppendResult Append(Append append, string digest)
    {
        foreach (var earlier in _appends.Where(earlier => earlier.Id == append.Id))
            return earlier.Digest == digest ? new AppendDuplicate(earlier.Answer) : new AppendIdMismatch(append.Id);
        foreach (var stream in append.Streams.Where(stream => !stream.Expected.Accepts(VersionOf(stream.Stream))))
            return new AppendConflict(stream.Stream, stream.Expected, VersionOf(stream.Stream));

        var first = Events.Count + 1;
        foreach (var (stream, e) in append.Streams.SelectMany(stream => stream.Events.Select(e => (stream.Stream, e))))
            Events.Add(new StoredEvent(Events.Count + 1, stream, VersionOf(stream) + 1, e.Type, e.Data));
        var answer = new AppendCommitted(first, Events.Count, [.. append.Streams.Select(stream => VersionOf(stream.Stream))]);
        _appends.Add((append.Id, digest, answer));
        return answer;
    }

    private long VersionOf(string stream) => Events.Count(e => e.Stream == stream);
}
