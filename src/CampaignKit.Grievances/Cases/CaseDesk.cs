using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// Takes steps with cases that a store keeps, one stream a case: loads the case, decides, appends with the expected version; a conflict
/// loads and decides again, a bounded number of times. Every command can be sent again under its key.
/// </summary>
/// <remarks>
/// <para>A merge writes to both cases and the beginning of a complaint to its keys as well, each all or nothing, so that merges make no
/// circles and of two complaints at once one repeats the other. Safe for use from any thread and any number of hosts.</para>
/// <para>Every member throws <see cref="EventStoreUnavailableException"/> when the store cannot be reached, after which a command can be sent
/// again, and <see cref="InvalidDataException"/> when the record holds what this version cannot read.</para>
/// </remarks>
public sealed class CaseDesk
{
    /// <summary>How often a command is tried unless said: 8 times.</summary>
    public const int DefaultAttempts = 8;

    private readonly IEventStore _store;
    private readonly string _campaign;
    private readonly int _attempts;

    /// <summary>A desk.</summary>
    /// <param name="life">The life by which commands are judged from now on; what was recorded stays as it is.</param>
    /// <param name="store">The store, which stays the host's to dispose of.</param>
    /// <param name="campaign">The name under which the store keeps the cases.</param>
    /// <param name="attempts">How often a command is tried against other writers.</param>
    /// <exception cref="ArgumentException">The name is not one that the store takes.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attempts"/> is not positive.</exception>
    public CaseDesk(CaseLife life, IEventStore store, string campaign, int attempts = DefaultAttempts)
    {
        Life = Guard.Against.Null(life);
        _store = Guard.Against.Null(store);
        _campaign = EventStoreLimits.CheckName(campaign, nameof(campaign));
        _attempts = Guard.Against.NegativeOrZero(attempts);
    }

    /// <summary>The life by which commands are judged.</summary>
    public CaseLife Life { get; }

    /// <summary>
    /// Takes a step. The same key with the same command, its time apart, gives the first answer again; with another command it is refused.
    /// </summary>
    /// <param name="caseId">The host's id of the case: 1 to 251 bytes of UTF-8 without control characters.</param>
    /// <param name="command">The step, with a key.</param>
    /// <param name="cancellationToken">Stops waiting; the step may still be recorded.</param>
    /// <exception cref="ArgumentException">The id is unfit, or that of the original of a merge, or the command has no key.</exception>
    /// <exception cref="CaseContentionException">Others kept writing first.</exception>
    public async Task<CaseAnswer> TakeAsync(string caseId, CaseCommand command, CancellationToken cancellationToken = default)
    {
        CheckId(caseId);
        Guard.Against.Null(command);
        Guard.Against.InvalidInput(command, nameof(command), c => !string.IsNullOrWhiteSpace(c.Key), "command.Key is null or blank; the desk needs a key, the host's name for this request.");
        for (var attempt = 1; ; attempt++)
        {
            var file = await CaseFile.LoadAsync(_store, _campaign, caseId, cancellationToken).ConfigureAwait(false);
            if (file.AnswerTo(command) is { } first)
                return first;

            var merges = Life.Step(file.Case.State, command.Action)?.Effect is CaseEffect.Merge && command.Has(CaseDetail.Original);
            var original = merges ? await EndOfChainAsync(command.Original!, cancellationToken).ConfigureAwait(false) : null;
            var complaints = file.Version == 0 && Life.Repeats?.SharedBy(command) is { } keys
                ? await ComplaintsAsync(CaseStreams.Complaints(keys), cancellationToken).ConfigureAwait(false)
                : null;
            var decision = Life.Decide(file.Case, command, new CaseSurroundings { Original = original?.Case, Earlier = complaints?.Earlier ?? [] });
            if (decision is CaseRefused refused)
                return new CaseTurnedDown(refused.Why);

            var taken = (CaseStepTaken)((CaseAccepted)decision).Events.Single();
            var streams = StreamsOf(file, taken, original, complaints);
            var append = new Append(AppendId.Of($"{streams[0].Stream}\n{command.Key}"), streams);
            var result = await _store.AppendAsync(_campaign, append, cancellationToken).ConfigureAwait(false);
            if (result is AppendCommitted committed)
            {
                file.Add(taken, committed.FirstPosition);
                return new CaseRecorded(file.Case, committed.FirstPosition, IsRepeat: false);
            }

            // Someone else wrote first, perhaps this very command sent twice at once: what they wrote decides.
            if (attempt >= _attempts + (result is AppendConflict ? 0 : 1))
                throw new CaseContentionException(caseId, attempt);
        }
    }

    /// <summary>The case, with the outcome of the one it follows if it was merged; null if it has not begun.</summary>
    /// <param name="caseId">The id of the case.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">The id is unfit.</exception>
    public async Task<GrievanceCase?> FindAsync(string caseId, CancellationToken cancellationToken = default)
    {
        var chain = await ChainAsync(caseId, cancellationToken).ConfigureAwait(false);
        return chain[0].Version == 0 ? null : chain.Select(f => f.Case).Reverse().Aggregate((original, duplicate) => duplicate.Following(original));
    }

    /// <summary>The time line of the case, for its clocks, with that of the one it follows if it was merged; null if it has not begun.</summary>
    /// <param name="caseId">The id of the case.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">The id is unfit.</exception>
    public async Task<CaseTimeline?> TimelineAsync(string caseId, CancellationToken cancellationToken = default)
    {
        var chain = await ChainAsync(caseId, cancellationToken).ConfigureAwait(false);
        return chain[0].Version == 0
            ? null
            : chain.Select(f => CaseTimeline.Of(f.Events)).Reverse().Aggregate((original, duplicate) => duplicate.Following(original));
    }

    /// <summary>
    /// Escalates every open case whose clocks have reached a threshold of <paramref name="targets"/> by <paramref name="asOf"/>, by whatever step of the life
    /// escalates in the case's state: case after case as they were recorded, each level by level. Done again, it writes nothing twice.
    /// </summary>
    /// <remarks>Reads all cases; where that is done often, keep a <see cref="CaseRegister"/> and hand it over.</remarks>
    /// <param name="targets">The targets with their thresholds.</param>
    /// <param name="asOf">The time to which clocks are read, which the steps bear.</param>
    /// <param name="role">The role in which the steps are taken; null for none.</param>
    /// <param name="progress">Is told how many cases were looked at so far; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two steps; those taken stay.</param>
    /// <returns>
    /// The answer for each step tried, among them refusals such as <see cref="LevelNotAllowed"/>. A case to which others kept writing is
    /// <see cref="OthersWroteFirst"/>, its higher levels wait for the next time, and the other cases go on.
    /// </returns>
    public async Task<IReadOnlyList<CaseAnswer>> EscalateAsync(
        ServiceTargets targets, Instant asOf, string? role = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(targets);
        var register = await CaseRegister.ReadAsync(_store, _campaign, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await EscalateCasesAsync(register, targets, asOf, role, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Escalates as without a register, but reads only what was recorded since <paramref name="register"/> was last caught up, which this does.</summary>
    /// <param name="register">All cases, of the desk's store and campaign; nobody else may use it meanwhile.</param>
    /// <param name="targets">The targets with their thresholds.</param>
    /// <param name="asOf">The time to which clocks are read, which the steps bear.</param>
    /// <param name="role">The role in which the steps are taken; null for none.</param>
    /// <param name="progress">Is told how many cases were looked at so far; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two steps; those taken stay.</param>
    /// <returns>The answer for each step tried, as without a register.</returns>
    /// <exception cref="ArgumentException">The register is of another store or campaign.</exception>
    /// <exception cref="CursorBeyondHeadException">The store was put back to an earlier state: read the register anew.</exception>
    public async Task<IReadOnlyList<CaseAnswer>> EscalateAsync(
        CaseRegister register, ServiceTargets targets, Instant asOf, string? role = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(register);
        Guard.Against.InvalidInput(register, nameof(register), r => r.IsOf(_store, _campaign), "The register is of another store or campaign than the desk.");
        Guard.Against.Null(targets);
        await register.CatchUpAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        return await EscalateCasesAsync(register, targets, asOf, role, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<CaseAnswer>> EscalateCasesAsync(
        CaseRegister register, ServiceTargets targets, Instant asOf, string? role, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var answers = new List<CaseAnswer>();
        var looked = 0;
        foreach (var grievance in register.Cases)
        {
            progress?.Report(++looked);
            if (!grievance.IsOpen || Life.Transitions.FirstOrDefault(t => t.From == grievance.State && t.Effect == CaseEffect.Escalate) is not { } step)
                continue;

            try
            {
                foreach (var due in targets.EscalationsDue(register.TimelineOf(grievance.Id)!, grievance.Level, asOf))
                {
                    var command = new CaseCommand(step.Action, asOf) { Key = due.Key, Role = role, Level = due.Level, Reason = due.ToString() };
                    answers.Add(await TakeAsync(grievance.Id, command, cancellationToken).ConfigureAwait(false));
                }
            }
            catch (CaseContentionException lost)
            {
                answers.Add(new CaseTurnedDown(new OthersWroteFirst(lost.CaseId, lost.Attempts)));
            }
        }

        return answers;
    }

    private static void CheckId(string caseId, string parameter = "caseId")
    {
        Guard.Against.NullOrWhiteSpace(caseId, parameter);
        EventStoreLimits.CheckName(CaseStreams.Of(caseId), parameter);
    }

    private static List<StreamAppend> StreamsOf(CaseFile file, CaseStepTaken taken, CaseFile? original, Complaints? complaints)
    {
        List<StreamAppend> streams = [new(CaseStreams.Of(file.Case.Id), ExpectedVersion.At(file.Version), CaseCodec.Encode(taken))];
        if (taken.MergedInto is { } root)
        {
            var added = new DuplicateAdded(file.Case.Id, taken.Command.At);
            streams.Add(new(CaseStreams.Of(root), ExpectedVersion.At(original!.Version), CaseCodec.Encode(added)));
        }

        if (complaints is not null)
        {
            var filed = new ComplaintFiled(file.Case.Id, taken.Command.At);
            streams.Add(new(complaints.Stream, ExpectedVersion.At(complaints.Earlier.Count), CaseCodec.Encode(filed)));
        }

        return streams;
    }

    private async ValueTask<CaseFile> EndOfChainAsync(string caseId, CancellationToken cancellationToken) =>
        (await ChainAsync(caseId, cancellationToken, nameof(CaseCommand.Original)).ConfigureAwait(false))[^1];

    private async ValueTask<List<CaseFile>> ChainAsync(string caseId, CancellationToken cancellationToken, string parameter = "caseId")
    {
        CheckId(caseId, parameter);
        var chain = new List<CaseFile>();
        for (var next = caseId; next is not null; next = chain[^1].Case.MergedInto)
            chain.Add(await CaseFile.LoadAsync(_store, _campaign, next, cancellationToken).ConfigureAwait(false));
        return chain;
    }

    private async ValueTask<Complaints> ComplaintsAsync(string stream, CancellationToken cancellationToken)
    {
        var earlier = new List<EarlierComplaint>();
        await foreach (var stored in _store.ReadStreamAsync(_campaign, stream, 0, cancellationToken).ConfigureAwait(false))
        {
            var filed = CaseCodec.Decode<ComplaintFiled>(stored);
            earlier.Add(new EarlierComplaint(filed.Case, filed.At));
        }

        return new Complaints(stream, earlier);
    }

    private sealed record Complaints(string Stream, List<EarlierComplaint> Earlier);
}
