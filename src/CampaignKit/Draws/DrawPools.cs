using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// The pools of a draw: a fold over the record up to the draw's freeze. A check-in counts when its day is in the period and it was
/// recorded before the time of the freeze; voids and approvals count up to the freeze. The same record always gives the same pools.
/// </summary>
internal sealed class DrawPools
{
    private readonly Campaign _campaign;
    private readonly DrawDefinition _draw;
    private readonly HashSet<LocalDate> _days;
    private readonly Instant _frozen;
    private readonly List<int> _enrolled = [];
    private readonly Dictionary<int, int> _active = [];
    private readonly Dictionary<(string Unit, int Number), long> _scores = [];
    private readonly HashSet<CheckInId> _messages = [];
    private readonly HashSet<CheckInId> _approved = [];

    private DrawPools(Campaign campaign, DrawDefinition draw, CampaignPeriod period)
    {
        _campaign = campaign;
        _draw = draw;
        _days = [.. period.Days];
        _frozen = campaign.FreezesAt(draw, period);
    }

    public static async Task<IReadOnlyDictionary<string, Pool>> CollectAsync(
        IEventStore store, Campaign campaign, DrawDefinition draw, CampaignPeriod period, long cut, CancellationToken cancellationToken)
    {
        var pools = new DrawPools(campaign, draw, period);
        await foreach (var stored in store.ReadCampaignAsync(campaign.Id, 0, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Position >= cut)
                break;
            pools.Fold(EventCodec.Decode(stored));
        }

        return draw.Rules.ToDictionary(rule => rule.Id, pools.PoolOf, StringComparer.Ordinal);
    }

    private void Fold(CampaignEvent fact)
    {
        switch (fact)
        {
            case Enrolled e when e.At < _frozen:
                _enrolled.Add(e.Number);
                break;
            case CheckedIn e when Counts(e.Day, e.Recorded):
                Post(e.Number, e.Awards, +1);
                if (e.IsMessage)
                    _messages.Add(new CheckInId(e.Number, e.Serial));
                break;
            case CheckInVoided e when Counts(e.Day, e.Recorded):
                Post(e.Number, e.Awards, -1);
                _messages.Remove(new CheckInId(e.Number, e.Serial));
                break;
            case MessageApproved e:
                _approved.Add(new CheckInId(e.Number, e.Serial));
                break;
        }
    }

    private bool Counts(LocalDate day, Instant recorded) => recorded < _frozen && _days.Contains(day);

    private void Post(int number, IReadOnlyList<Posting> awards, int sign)
    {
        _active[number] = _active.GetValueOrDefault(number) + sign;
        foreach (var award in awards.Where(a => a is { Slot: null, To: AwardTo.Participant }))
        {
            var key = (award.Unit, number);
            _scores[key] = checked(_scores.GetValueOrDefault(key) + (sign * award.Quantity));
        }
    }

    private Pool PoolOf(DrawRuleDefinition rule) => rule switch
    {
        TopByDefinition top => Pool.OfScores(_scores
            .Where(score => score.Key.Unit == top.Unit && score.Value > 0)
            .Select(score => (_campaign.FormatNumber(score.Key.Number), score.Value))),
        RandomOfDefinition { Population: Population.ApprovedMessages } => MessagePool(),
        RandomOfDefinition { Population: Population.Participants } => Pool.Of(_enrolled.Select(_campaign.FormatNumber)),
        RandomOfDefinition { Population: Population.ActiveParticipants } =>
            Pool.Of(_active.Where(active => active.Value > 0).Select(active => _campaign.FormatNumber(active.Key))),
        NumberEndsWithDefinition => Pool.OfNumbers(_enrolled.Select(_campaign.FormatNumber).Select(number => (number, number))),
        _ => throw new InvalidOperationException($"The draw {_draw.Id} has a rule of the unknown kind {rule.GetType().Name}."),
    };

    private Pool MessagePool()
    {
        var entries = _messages.Where(_approved.Contains).ToDictionary(id => id.ToString(), id => _campaign.FormatNumber(id.Number), StringComparer.Ordinal);
        return Pool.Of(entries.Keys, entries);
    }
}
