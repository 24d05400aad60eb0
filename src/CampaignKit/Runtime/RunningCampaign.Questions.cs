using CampaignKit.Calendars;

namespace CampaignKit;

public sealed partial class RunningCampaign
{
    /// <summary>The board of a summed unit, over the whole campaign or one period of the weekly rule or of a draw's.</summary>
    /// <param name="unit">The id of the unit.</param>
    /// <param name="period">The period; null for the whole campaign.</param>
    /// <exception cref="ArgumentException">The campaign has no such unit, it is a set, or no boards are kept for periods of this rule.</exception>
    public CampaignBoard Leaderboard(string unit, CampaignPeriod? period = null)
    {
        if (Definition.UnitOf(unit).IsSet)
            throw new ArgumentException($"The unit {unit} is a set; boards rank by sums.", nameof(unit));
        return new CampaignBoard(_view, unit, Kept(period));
    }

    /// <summary>How much of a unit has been awarded, over the whole campaign or, of a sum, in one period.</summary>
    /// <param name="unit">The id of the unit.</param>
    /// <param name="period">The period; null for the whole campaign, and always of a set.</param>
    /// <exception cref="ArgumentException">The campaign has no such unit, a period is asked of a set, or no tallies are kept for periods of this rule.</exception>
    public Tally Tally(string unit, CampaignPeriod? period = null)
    {
        var known = Definition.UnitOf(unit);
        if (known.IsSet && period is not null)
            throw new ArgumentException($"The unit {unit} is a set, which is filled over the whole campaign and not by period.", nameof(period));
        return _view.Tally(known, Kept(period));
    }

    /// <summary>Where a goal stands.</summary>
    /// <param name="goal">The id of the goal.</param>
    /// <exception cref="ArgumentException">The campaign has no such goal.</exception>
    public GoalStatus Goal(string goal) => _view.Goal(Definition.GoalOf(goal));

    /// <summary>A periodic draw.</summary>
    /// <param name="draw">The id of the draw.</param>
    /// <exception cref="ArgumentException">The campaign has no such draw.</exception>
    public CampaignDraw Draw(string draw) => new(Definition, Definition.DrawOf(draw), _store, _options, _clock, _logger);

    /// <summary>
    /// The register of draws: everything that was ever locked, in order, cancelled draws included. Numbers have no gaps, so that nobody
    /// can draw again unseen until they like the outcome; publish it beside the draws.
    /// </summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<NumberedDraw>> DrawRegisterAsync(CancellationToken cancellationToken = default) =>
        await CampaignKit.DrawRegister.LinesAsync(_store, Definition.Id, cancellationToken).ConfigureAwait(false);

    /// <summary>The period in progress.</summary>
    /// <param name="rule">The periods; null for ISO weeks.</param>
    public CampaignPeriod CurrentPeriod(PeriodRule? rule = null) => Definition.Calendar.PeriodOf(rule ?? PeriodRule.Week, _clock.GetCurrentInstant());

    /// <summary>A participant's own page, from the participant's own record; entries of the team and prizes as far as they have been folded.</summary>
    /// <param name="who">The participant.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The handbook; null for someone who is not enrolled.</returns>
    public async Task<Handbook?> HandbookAsync(ParticipantId who, CancellationToken cancellationToken = default)
    {
        var writer = new HandbookWriter(Definition, new ParticipantState(who));
        await foreach (var stored in _store.ReadStreamAsync(Definition.Id, Streams.Participant(who), 0, cancellationToken).ConfigureAwait(false))
            writer.Add(EventCodec.Decode(stored), stored.Version, stored.Position);
        return writer.State.IsEnrolled
            ? writer.Close(
                ToParticipant(writer.State),
                _view.EntriesOf(writer.State.Number, writer.State.Memberships.Select(m => m.Team)),
                Definition.Calendar.DayOf(_clock.GetCurrentInstant()))
            : null;
    }

    private CampaignPeriod? Kept(CampaignPeriod? period) =>
        period is null || _view.Keeps(period.Rule)
            ? period
            : throw new ArgumentException($"No boards are kept for the periods \"{period.Rule}\"; they are for ISO weeks and the periods of draws.", nameof(period));
}
