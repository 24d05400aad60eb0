using System.Globalization;
using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// Who takes part in a draw: a fold over the record up to the draw's freeze. A check-in counts when its day is in the period and it was
/// recorded before the time of the freeze; voids and approvals count up to the freeze. The same record always gives the same pools.
/// </summary>
internal sealed class DrawPools
{
    private const string NoTeam = "no team";

    private readonly Campaign _campaign;
    private readonly DrawDefinition _draw;
    private readonly HashSet<LocalDate> _days;
    private readonly Instant _frozen;
    private readonly bool _keepsCheckIns;
    private readonly bool _keepsTeams;
    private readonly List<int> _enrolled = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _teams = [];
    private readonly Dictionary<int, int> _active = [];
    private readonly Dictionary<(string Unit, int Number), Score> _scores = [];
    private readonly Dictionary<CheckInId, Place> _checkIns = [];
    private readonly Dictionary<CheckInId, Place> _messages = [];
    private readonly HashSet<CheckInId> _approved = [];
    private readonly DrawExclusions _exclusions;
    private long _serial;

    private DrawPools(Campaign campaign, DrawDefinition draw, CampaignPeriod period)
    {
        _campaign = campaign;
        _draw = draw;
        _days = [.. period.Days];
        _frozen = campaign.FreezesAt(draw, period);
        _exclusions = new DrawExclusions(campaign, draw);
        _keepsCheckIns = draw.Rules.Any(rule => rule is FirstOfDefinition { Population: Population.ActiveParticipants }
            or NumberEndsWithDefinition { Of: Numbering.CheckIns } or EveryNthDefinition { Of: Numbering.CheckIns });
        _keepsTeams = draw.Rules.OfType<RandomOfDefinition>().Any(rule => rule.Quotas.Count > 0);
    }

    public static async Task<(IReadOnlyDictionary<string, Pool> ByRule, Exclusions Exclusions)> CollectAsync(
        IEventStore store, Campaign campaign, DrawDefinition draw, CampaignPeriod period, long cut, CancellationToken cancellationToken)
    {
        var pools = new DrawPools(campaign, draw, period);
        await foreach (var stored in store.ReadCampaignAsync(campaign.Id, 0, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Position >= cut)
                break;
            pools.Fold(stored.Position, stored.Stream, EventCodec.Decode(stored));
        }

        return (draw.Rules.ToDictionary(rule => rule.Id, pools.PoolOf, StringComparer.Ordinal), pools._exclusions.Close());
    }

    private void Fold(long position, string stream, CampaignEvent fact)
    {
        switch (fact)
        {
            case Enrolled e when e.At < _frozen:
                _enrolled.Add(e.Number);
                if (_keepsTeams)
                    _numbers[stream] = e.Number;
                break;
            case TeamJoined e when _keepsTeams && _numbers.TryGetValue(stream, out var number):
                _teams[number] = e.Team;
                break;
            case CheckedIn e:
                var place = new Place(position, ++_serial);
                if (Counts(e.Day, e.Recorded))
                    Count(e, place);
                break;
            case CheckInVoided e when Counts(e.Day, e.Recorded):
                Post(position, e.Number, e.Awards, -1);
                _messages.Remove(new CheckInId(e.Number, e.Serial));
                _checkIns.Remove(new CheckInId(e.Number, e.Serial));
                break;
            case MessageApproved e:
                _approved.Add(new CheckInId(e.Number, e.Serial));
                break;
            default:
                _exclusions.Fold(fact);
                break;
        }
    }

    private bool Counts(LocalDate day, Instant recorded) => recorded < _frozen && _days.Contains(day);

    private void Count(CheckedIn e, Place place)
    {
        Post(place.Position, e.Number, e.Awards, +1);
        if (e.IsMessage)
            _messages.Add(new CheckInId(e.Number, e.Serial), place);
        if (_keepsCheckIns)
            _checkIns.Add(new CheckInId(e.Number, e.Serial), place);
    }

    private void Post(long position, int number, IReadOnlyList<Posting> awards, int sign)
    {
        _active[number] = _active.GetValueOrDefault(number) + sign;
        foreach (var award in awards.Where(a => a is { Slot: null, To: AwardTo.Participant }))
        {
            var key = (award.Unit, number);
            _scores[key] = new Score(checked(_scores.GetValueOrDefault(key).Sum + (sign * award.Quantity)), position);
        }
    }

    private Pool PoolOf(DrawRuleDefinition rule) => rule switch
    {
        TopByDefinition { Ties: TiePolicy.EarliestToReach } top => Pool.OfTimedScores(Scored(top.Unit).Select(s => (Text(s.Number), s.Score.Sum, s.Score.Reached))),
        TopByDefinition top => Pool.OfScores(Scored(top.Unit).Select(s => (Text(s.Number), s.Score.Sum))),
        ThresholdDefinition threshold => Pool.OfScores(Scored(threshold.Unit).Select(s => (Text(s.Number), s.Score.Sum))),
        FirstOfDefinition first => OrderOf(first.Population),
        RandomOfDefinition random => InTeams(random, ChancesOf(random)),
        NumberEndsWithDefinition number => NumbersOf(number.Of),
        EveryNthDefinition nth => NumbersOf(nth.Of),
        _ => throw new InvalidOperationException($"The draw {_draw.Id} has a rule of the unknown kind {rule.GetType().Name}."),
    };

    private Pool ChancesOf(RandomOfDefinition rule)
    {
        if (rule.Population == Population.ApprovedMessages)
        {
            var messages = ApprovedMessages.ToDictionary(message => message.Key.ToString(), message => Text(message.Key.Number), StringComparer.Ordinal);
            var pool = Pool.Of(messages.Keys, messages);
            return rule.OneEntryPerPerson ? pool.Persons() : pool;
        }

        var people = rule.Population == Population.Participants ? _enrolled : Active;
        return rule.WeightedBy is { } unit
            ? Pool.OfWeights(people.Select(number => (Text(number), _scores.GetValueOrDefault((unit, number)).Sum)))
            : Pool.Of(people.Select(Text));
    }

    private Pool InTeams(RandomOfDefinition rule, Pool pool) => rule.Quotas.Count == 0
        ? pool
        : pool.InStrata(pool.Ids.Select(id => KeyValuePair.Create(id, _teams.GetValueOrDefault(int.Parse(id, CultureInfo.InvariantCulture), NoTeam))));

    private Pool OrderOf(Population population) => population switch
    {
        Population.Participants => Pool.OfScores(_enrolled.Select(number => (Text(number), (long)number))),
        Population.ActiveParticipants => Pool.OfScores(_checkIns.GroupBy(c => c.Key.Number).Select(own => (Text(own.Key), own.Min(c => c.Value.Position)))),
        _ => Held(Pool.OfScores(ApprovedMessages.Select(message => (message.Key.ToString(), message.Value.Position))), ApprovedMessages),
    };

    private Pool NumbersOf(Numbering numbering) => numbering == Numbering.Participants
        ? Pool.OfNumbers(_enrolled.Select(Text).Select(number => (number, number)))
        : Held(Pool.OfNumbers(_checkIns.Select(c => (c.Key.ToString(), c.Value.Serial.ToString(CultureInfo.InvariantCulture)))), _checkIns);

    private Pool Held(Pool pool, IEnumerable<KeyValuePair<CheckInId, Place>> checkIns) =>
        pool.HeldBy(checkIns.Select(c => KeyValuePair.Create(c.Key.ToString(), Text(c.Key.Number))));

    private IEnumerable<int> Active => _active.Where(active => active.Value > 0).Select(active => active.Key);

    private IEnumerable<KeyValuePair<CheckInId, Place>> ApprovedMessages => _messages.Where(message => _approved.Contains(message.Key));

    private IEnumerable<(int Number, Score Score)> Scored(string unit) =>
        _scores.Where(score => score.Key.Unit == unit && score.Value.Sum > 0).Select(score => (score.Key.Number, score.Value));

    private string Text(int number) => _campaign.FormatNumber(number);

    /// <summary>How much, and the position of the record at which it became so much.</summary>
    private readonly record struct Score(long Sum, long Reached);

    /// <summary>The position of a check-in, and its number among all check-ins of the campaign.</summary>
    private readonly record struct Place(long Position, long Serial);
}
