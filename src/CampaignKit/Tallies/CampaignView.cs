using System.Collections.Immutable;
using CampaignKit.Calendars;
using CampaignKit.Leaderboards;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// Everything that is counted over the whole campaign: a fold over its order of events, never stored as truth. One writer folds
/// while any number of threads ask; each question is answered from one state.
/// </summary>
internal sealed class CampaignView
{
    private const string WholeCampaign = "";

    private readonly Campaign _campaign;
    private readonly Lock _gate = new();
    private readonly ImmutableArray<PeriodRule> _rules;
    private readonly Dictionary<(PeriodRule Rule, LocalDate Day), (string Window, CampaignPeriod Period)> _windows = [];
    private readonly Dictionary<PeriodRule, CampaignPeriod> _latest = [];
    private readonly List<ParticipantId> _byNumber = [];
    private readonly Dictionary<(string Unit, string Window), BoardOfPeriod> _boards = [];
    private readonly Dictionary<(string Unit, string Window, string Team), long> _teamSums = [];
    private readonly Dictionary<(string Unit, string Window), long> _totals = [];
    private readonly Dictionary<(string Unit, Party Party, string Slot), int> _slots = [];
    private readonly Dictionary<string, int> _filled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GoalFold> _goals;
    private readonly Dictionary<string, List<HandbookEntry>> _teamEntries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Draw, string Period), IReadOnlyList<PrizeWon>> _drawn = [];
    private readonly Dictionary<int, List<HandbookEntry>> _prizes = [];
    private CampaignCounts _counts = new(0, 0, 0, 0);

    public CampaignView(Campaign campaign)
    {
        _campaign = campaign;
        _rules = [.. campaign.Draws.Values.Select(d => d.Every).Append(PeriodRule.Week).Distinct()];
        _goals = campaign.Goals.Values.ToDictionary(g => g.Id, g => new GoalFold(g), StringComparer.Ordinal);
    }

    /// <summary>The position of the last event folded.</summary>
    public long Position { get; private set; }

    public CampaignCounts Counts
    {
        get
        {
            lock (_gate)
                return _counts;
        }
    }

    public void Apply(IReadOnlyList<(long Position, string Stream, CampaignEvent Fact)> batch)
    {
        lock (_gate)
        {
            foreach (var (position, stream, fact) in batch)
            {
                if (position != Position + 1)
                    throw new InvalidDataException($"The store gave position {position} after {Position}; positions are dense.");
                Apply(position, stream, fact);
                Position = position;
            }
        }
    }

    public ParticipantId? ParticipantOf(int number)
    {
        lock (_gate)
            return number >= 1 && number <= _byNumber.Count ? _byNumber[number - 1] : default(ParticipantId?);
    }

    /// <summary>Asks a board, from one state. A board that nobody is on yet is empty.</summary>
    public T Board<T>(string unit, CampaignPeriod? period, Func<Standings<string>, T> question)
    {
        lock (_gate)
            return question(_boards.GetValueOrDefault((unit, WindowOf(period)))?.Standings ?? new Leaderboard<string>());
    }

    public bool Keeps(PeriodRule rule) => _rules.Contains(rule);

    public Tally Tally(Unit unit, CampaignPeriod? period)
    {
        lock (_gate)
        {
            var slots = unit.IsSet
                ? _campaign.Teams.ToImmutableDictionary(team => team, team => (IReadOnlyList<string>)[.. unit.Slots.Where(slot => IsFilled(unit.Id, team, slot))])
                : ImmutableDictionary<string, IReadOnlyList<string>>.Empty;
            return unit.IsSet
                ? new Tally(unit.Id, FilledSlots(unit.Id), slots.ToImmutableDictionary(s => s.Key, s => (long)s.Value.Count), slots)
                : new Tally(
                    unit.Id,
                    _totals.GetValueOrDefault((unit.Id, WindowOf(period))),
                    _campaign.Teams.ToImmutableDictionary(team => team, team => _teamSums.GetValueOrDefault((unit.Id, WindowOf(period), team))),
                    slots);
        }
    }

    public GoalStatus Goal(Goal goal)
    {
        lock (_gate)
            return new GoalStatus(goal, ValueOf(goal), _goals[goal.Id].MetAt);
    }

    /// <summary>The turns of goals that the fold has come to and the record does not hold yet.</summary>
    public IReadOnlyList<(string Goal, int Turn, CampaignEvent Fact)> UnrecordedTurns()
    {
        lock (_gate)
            return [.. _goals.Values.SelectMany(goal => goal.Unrecorded())];
    }

    public IReadOnlyList<HandbookEntry> EntriesOf(int number, IEnumerable<string> teams)
    {
        lock (_gate)
        {
            return
            [
                .. teams.Distinct().SelectMany(team => _teamEntries.GetValueOrDefault(team) ?? []),
                .. _prizes.GetValueOrDefault(number) ?? [],
            ];
        }
    }

    // Two rules may give their periods the same ids.
    private static string WindowOf(CampaignPeriod? period) => period is null ? WholeCampaign : $"{period.Rule}: {period.Id}";

    private void Apply(long position, string stream, CampaignEvent fact)
    {
        switch (fact)
        {
            case Enrolled:
                _counts = _counts with { Participants = _counts.Participants + 1 };
                _byNumber.Add(Streams.ParticipantOf(stream));
                break;
            case CheckedIn e:
                _counts = _counts with { CheckIns = _counts.CheckIns + 1, Messages = _counts.Messages + (e.IsMessage ? 1 : 0) };
                Post(Streams.ParticipantOf(stream), e.Day, e.Team, e.Awards, +1);
                Tell(e.Team, e.Awards, e.Recorded, e.Day, HandbookEntryKind.TeamAwarded, _campaign.FormatNumber(e.Number));
                Turn(position, e.Recorded, e.Awards);
                break;
            case CheckInVoided e:
                _counts = _counts with { Voids = _counts.Voids + 1 };
                Post(Streams.ParticipantOf(stream), e.Day, e.Team, e.Awards, -1);
                Tell(e.Team, e.Awards, e.At, _campaign.Calendar.DayOf(e.At), HandbookEntryKind.TeamAwardVoided, e.Reason);
                Turn(position, e.At, e.Awards);
                break;
            case GoalReached e when _goals.TryGetValue(e.Goal, out var goal):
                goal.Recorded(e.Turn, e.At);
                break;
            case GoalReopened e when _goals.TryGetValue(e.Goal, out var goal):
                goal.Recorded(e.Turn, null);
                break;
            case DrawHeld e:
                _drawn[(e.Draw, e.Period)] = e.Prizes;
                break;
            case DrawPublished e:
                foreach (var prize in _drawn[(e.Draw, e.Period)])
                    TellPrize(prize.Number, HandbookEntryKind.PrizeWon, e.Draw, e.Period, $"{prize.Rule}, place {prize.Place}", e.At);
                break;
            case ClaimRecorded e:
                TellPrize(e.Number, HandbookEntryKind.PrizeClaimed, e.Draw, e.Period, e.Rule, e.At);
                break;
            case ForfeitRecorded e:
                TellPrize(e.Number, HandbookEntryKind.PrizeForfeited, e.Draw, e.Period, $"{e.Rule}: {e.Reason}", e.At);
                if (e.Promoted is { } next)
                    TellPrize(next.Number, HandbookEntryKind.PrizeWon, e.Draw, e.Period, $"{e.Rule}, promoted", e.At);
                break;
        }
    }

    private void Post(string participant, LocalDate day, string? team, IReadOnlyList<Posting> awards, int sign)
    {
        foreach (var award in awards)
        {
            if (award.Slot is { } slot)
            {
                var key = (award.Unit, award.To == AwardTo.Team ? new Party(AwardTo.Team, team!) : new Party(AwardTo.Participant, participant), slot);
                var before = _slots.GetValueOrDefault(key);
                _slots[key] = before + sign;

                // Kept beside the slots: a goal asks at each award, and the parties may be millions.
                var turned = (before + sign > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
                _filled[award.Unit] = _filled.GetValueOrDefault(award.Unit) + turned;
                continue;
            }

            Post(award, WholeCampaign, null, participant, team, sign);
            foreach (var rule in _rules)
            {
                var (window, period) = WindowOf(rule, day);
                Post(award, window, period, participant, team, sign);
            }
        }
    }

    private void Post(Posting award, string window, CampaignPeriod? period, string participant, string? team, int sign)
    {
        var quantity = sign * award.Quantity;
        _totals[(award.Unit, window)] = checked(_totals.GetValueOrDefault((award.Unit, window)) + quantity);
        if (team is not null)
            _teamSums[(award.Unit, window, team)] = checked(_teamSums.GetValueOrDefault((award.Unit, window, team)) + quantity);
        if (award.To != AwardTo.Participant)
            return;

        if (!_boards.TryGetValue((award.Unit, window), out var board))
            _boards[(award.Unit, window)] = board = new BoardOfPeriod(period);
        board.Post(participant, quantity);
    }

    private void Tell(string? team, IReadOnlyList<Posting> awards, Instant at, LocalDate day, HandbookEntryKind kind, string detail)
    {
        if (team is null)
            return;
        foreach (var award in awards.Where(a => a.To == AwardTo.Team))
            Grow(_teamEntries, team).Add(new HandbookEntry(at, day, kind, award.Slot is { } slot ? $"{award.Unit} {slot}" : $"{award.Unit} {award.Quantity}", detail));
    }

    private void TellPrize(int number, HandbookEntryKind kind, string draw, string period, string detail, Instant at) =>
        Grow(_prizes, number).Add(new HandbookEntry(at, _campaign.Calendar.DayOf(at), kind, $"{draw} {period}", detail));

    private void Turn(long position, Instant at, IReadOnlyList<Posting> awards)
    {
        foreach (var goal in _goals.Values)
        {
            if (awards.Any(a => a.Unit == goal.Goal.Unit))
                goal.Follow(ValueOf(goal.Goal), position, at);
        }
    }

    private long ValueOf(Goal goal)
    {
        var unit = _campaign.Units[goal.Unit];
        return unit.IsSet
            ? FilledSlots(unit.Id)
            : _totals.GetValueOrDefault((unit.Id, WholeCampaign));
    }

    private long FilledSlots(string unit) => _filled.GetValueOrDefault(unit);

    private bool IsFilled(string unit, string team, string slot) => _slots.GetValueOrDefault((unit, new Party(AwardTo.Team, team), slot)) > 0;

    private (string Window, CampaignPeriod Period) WindowOf(PeriodRule rule, LocalDate day)
    {
        if (_windows.TryGetValue((rule, day), out var window))
            return window;

        var period = _campaign.Calendar.PeriodOf(rule, day);
        _windows[(rule, day)] = window = (WindowOf(period), period);
        if (!_latest.TryGetValue(rule, out var latest) || period.Start > latest.Start)
        {
            _latest[rule] = period;
            Close(rule, _campaign.Calendar.Previous(period));
        }

        return window;
    }

    // The last period stays as it is too: check-ins of its days still come.
    private void Close(PeriodRule rule, CampaignPeriod last)
    {
        foreach (var board in _boards.Values)
        {
            if (board.Period is { } period && period.Rule == rule && period.Start < last.Start)
                board.Close();
        }
    }

    private static List<HandbookEntry> Grow<TKey>(Dictionary<TKey, List<HandbookEntry>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }

    /// <summary>Whoever holds slots of a set: a team or a participant.</summary>
    private readonly record struct Party(AwardTo Kind, string Id);
}
