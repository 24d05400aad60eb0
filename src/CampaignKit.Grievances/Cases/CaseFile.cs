using CampaignKit.EventStore;

namespace CampaignKit.Grievances;

/// <summary>A case with all that was recorded of it.</summary>
internal sealed class CaseFile(string id)
{
    private readonly List<(CaseEvent Event, long Position)> _events = [];

    public GrievanceCase Case { get; private set; } = GrievanceCase.New(id);

    public long Version => _events.Count;

    public IEnumerable<CaseEvent> Events => _events.Select(e => e.Event);

    public static async ValueTask<CaseFile> LoadAsync(IEventStore store, string campaign, string id, CancellationToken cancellationToken)
    {
        var file = new CaseFile(id);
        await foreach (var stored in store.ReadStreamAsync(campaign, CaseStreams.Of(id), 0, cancellationToken).ConfigureAwait(false))
            file.Add(CaseCodec.Decode<CaseEvent>(stored), stored.Position);
        return file;
    }

    public void Add(CaseEvent happened, long position)
    {
        _events.Add((happened, position));
        Case = Case.Evolve(happened);
    }

    /// <summary>The answer that the key has, given for good by the first command that bore it; null if none did.</summary>
    public CaseAnswer? AnswerTo(CaseCommand command)
    {
        var grievance = GrievanceCase.New(Case.Id);
        foreach (var (happened, position) in _events)
        {
            grievance = grievance.Evolve(happened);
            if (happened is CaseStepTaken { Command: var first } && first.Key == command.Key)
            {
                return first == command with { At = first.At }
                    ? new CaseRecorded(grievance, position, IsRepeat: true)
                    : new CaseTurnedDown(new KeyTaken(first.Key!, first));
            }
        }

        return null;
    }
}
