using System.Collections.Immutable;
using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// The prizes of a draw that was held, as they are claimed or forfeited: a fold over what happened. Each step gives the prizes as they
/// stand after it, or a refusal. Immutable, safe from any thread.
/// </summary>
/// <remarks>
/// Times are kept in whole seconds, what is beyond is cut off. A prize can be claimed for <see cref="Manifest.ClaimWithin"/>, counted from
/// when the result was published or the alternate promoted; a draw without it sets no limit. A forfeited prize goes to the rule's first
/// alternate who was not promoted before; with one prize a person, to the first whose person has not won in this draw, be it
/// forfeited since; with quotas, to the first whose stratum keeps them. A share of places, and a prize of a rule that drew no alternates,
/// goes to nobody.
/// </remarks>
public sealed class Claims
{
    private readonly Transcript _transcript;
    private readonly ImmutableList<PrizeEvent> _events;
    private readonly ImmutableList<Prize> _prizes;
    private readonly ImmutableDictionary<(string RuleId, string EntryId), Turn> _turns;
    private readonly ImmutableHashSet<string> _persons;
    private readonly ImmutableDictionary<string, Succession> _successions;

    private Claims(
        Transcript transcript,
        ImmutableList<PrizeEvent> events,
        ImmutableList<Prize> prizes,
        ImmutableDictionary<(string RuleId, string EntryId), Turn> turns,
        ImmutableHashSet<string> persons,
        ImmutableDictionary<string, Succession> successions)
    {
        _transcript = transcript;
        _events = events;
        _prizes = prizes;
        _turns = turns;
        _persons = persons;
        _successions = successions;
    }

    /// <summary>What happened, in order; the publication first.</summary>
    public IReadOnlyList<PrizeEvent> Events => _events;

    /// <summary>The prizes in the order of the rules, and of the winners within a rule.</summary>
    public IReadOnlyList<Prize> Prizes => _prizes;

    private bool OnePerPerson => _transcript.Manifest.Overlap == OverlapPolicy.OnePrizePerPerson;

    internal Digest ManifestDigest => _transcript.ManifestDigest;

    internal Digest Seed => _transcript.Seed;

    /// <summary>All prizes open, from the moment at which the result was made public.</summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="publishedAt"/> is before the randomness decided: <see cref="Manifest.DecidesFrom"/>, or of a draw that the late source
    /// decided <see cref="Manifest.LateDecidesFrom"/>; or before the year 1.
    /// </exception>
    public static Claims Open(Transcript transcript, Instant publishedAt)
    {
        Guard.Against.Null(transcript);
        var at = WholeSecond.Floor(publishedAt);
        return PublicationProblem(transcript, at) is { } rule
            ? throw new ArgumentException($"{WholeSecond.TextOf(at)}: {rule}.", nameof(publishedAt))
            : Opened(transcript, at);
    }

    /// <summary>The prizes after the claims that a transcript states.</summary>
    /// <exception cref="ArgumentException">The transcript states none.</exception>
    /// <exception cref="DrawDocumentException">One of them does not follow from those before; the error names it.</exception>
    public static Claims Of(Transcript transcript)
    {
        if (Guard.Against.Null(transcript).Claims.Count == 0)
            throw new ArgumentException($"The transcript of {transcript.Manifest.Name} has no claims: its prizes were not opened.", nameof(transcript));
        var (claims, difference) = Replay(transcript);
        return difference is null ? claims : throw new DrawDocumentException(difference.Path, difference.Actual, difference.Expected);
    }

    /// <summary>The open prizes whose time is over at <paramref name="at"/>, in the order of <see cref="Prizes"/>.</summary>
    public IReadOnlyList<Prize> OverdueAt(Instant at)
    {
        at = WholeSecond.Floor(at);
        return [.. _prizes.Where(prize => prize.Status == PrizeStatus.Open && prize.Until < at)];
    }

    /// <summary>The prize that an entry holds, or the one that it forfeited; null if it never held one of this rule.</summary>
    public Prize? PrizeOf(string ruleId, string entryId) => _turns.TryGetValue((ruleId, entryId), out var turn) ? _prizes[turn.Prize] : null;

    /// <summary>The holder of an open prize claims it.</summary>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    public ClaimAnswer Claim(string ruleId, string entryId, Instant at)
    {
        at = WholeSecond.Floor(at);
        if (WhyNot(ruleId, entryId, at) is { } refusal)
            return new ClaimRefused(refusal);
        var place = _turns[(ruleId, entryId)].Prize;
        var prize = _prizes[place];
        if (prize.Until is { } until && at > until)
            return new ClaimRefused(new ClaimIsTooLate(until));
        return Accept(
            new PrizeClaimed(ruleId, entryId, at),
            place,
            prize with { Status = PrizeStatus.Claimed, Since = at, Until = null },
            _turns,
            _persons,
            _successions);
    }

    /// <summary>The holder of an open prize loses it, in time or overdue, and the first alternate who can follow does.</summary>
    /// <param name="ruleId">The rule of the prize.</param>
    /// <param name="entryId">The entry that holds it.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, of the form of an id: 1 to 256 bytes without control characters.</param>
    /// <param name="by">Who decided, as a key of the operator's, of the form of an id.</param>
    /// <exception cref="ArgumentException"><paramref name="reason"/> or <paramref name="by"/> is malformed.</exception>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    public ClaimAnswer Forfeit(string ruleId, string entryId, Instant at, string reason, string by)
    {
        Guard.Against.InvalidInput(Guard.Against.Null(reason), nameof(reason), IsText, "A reason has 1 to 256 bytes without control characters.");
        Guard.Against.InvalidInput(Guard.Against.Null(by), nameof(by), IsText, "A key has 1 to 256 bytes without control characters.");
        at = WholeSecond.Floor(at);
        if (WhyNot(ruleId, entryId, at) is { } refusal)
            return new ClaimRefused(refusal);

        var place = _turns[(ruleId, entryId)].Prize;
        var prize = _prizes[place];
        var (next, succession) = _successions[ruleId].After(prize.Entry, MayFollow);
        var successions = _successions.SetItem(ruleId, succession);
        var forfeited = new PrizeForfeited(ruleId, entryId, at, reason, by, next?.Id);
        var turns = _turns.SetItem((ruleId, entryId), new Turn(place, at));
        return next is null
            ? Accept(forfeited, place, Vacated(prize, at), turns, _persons, successions)
            : Accept(
                forfeited,
                place,
                prize with { Entry = next, Since = at, Until = Deadline(_transcript, at) },
                turns.Add((ruleId, next.Id), new Turn(place, ForfeitedAt: null)),
                _persons.Add(next.Person),
                successions);

        bool MayFollow(DrawnEntry alternate) =>
            !_turns.ContainsKey((ruleId, alternate.Id)) && !(OnePerPerson && _persons.Contains(alternate.Person));
    }

    /// <summary>The first claim of a transcript that does not follow from those before; null if all do.</summary>
    internal static Difference? FirstDifference(Transcript transcript) => transcript.Claims.Count == 0 ? null : Replay(transcript).Difference;

    // Nobody can publish what nobody can know.
    private static string? PublicationProblem(Transcript transcript, Instant at)
    {
        if (at < WholeSecond.Earliest)
            return "times are of the years 1 to 9999";
        return at < transcript.DecidedFrom
            ? $"a result is not published before its randomness decides, {WholeSecond.TextOf(transcript.DecidedFrom.Value)}"
            : null;
    }

    private static Claims Opened(Transcript transcript, Instant at)
    {
        var prizes = ImmutableList.CreateBuilder<Prize>();
        var turns = ImmutableDictionary.CreateBuilder<(string RuleId, string EntryId), Turn>();
        foreach (var outcome in transcript.Rules)
        {
            for (var place = 1; place <= outcome.Winners.Count; place++)
            {
                var winner = outcome.Winners[place - 1];
                turns[(outcome.RuleId, winner.Id)] = new Turn(prizes.Count, ForfeitedAt: null);
                prizes.Add(new Prize(outcome.RuleId, place, winner, PrizeStatus.Open, at, Deadline(transcript, at)));
            }
        }

        return new Claims(
            transcript,
            [Chained(new ResultPublished(at), transcript.Digest)],
            prizes.ToImmutable(),
            turns.ToImmutable(),
            [.. prizes.Select(prize => prize.Entry.Person)],
            transcript.Rules.ToImmutableDictionary(outcome => outcome.RuleId, outcome => Succession.Of(transcript.Manifest[outcome.RuleId], outcome), StringComparer.Ordinal));
    }

    private static (Claims Claims, Difference? Difference) Replay(Transcript transcript)
    {
        var at = transcript.Claims[0].At;
        var claims = Opened(transcript, at);
        var difference = PublicationProblem(transcript, at) is { } rule
            ? new Difference("$.claims[0].at", rule, WholeSecond.TextOf(at))
            : FirstDifference(claims.Events[0], transcript.Claims[0], "$.claims[0]");
        for (var i = 1; i < transcript.Claims.Count && difference is null; i++)
        {
            var (stated, path) = (transcript.Claims[i], $"$.claims[{i}]");
            switch (claims.Repeat(stated))
            {
                case ClaimAccepted accepted:
                    difference = FirstDifference(accepted.Event, stated, path);
                    claims = accepted.Claims;
                    break;
                case ClaimRefused { Why: var why }:
                    difference = new Difference($"{path}.{why.Field}", "a step that follows from those before", $"one that does not: {why.Message}");
                    break;
            }
        }

        return (claims, difference);
    }

    private static Difference? FirstDifference(PrizeEvent expected, PrizeEvent actual, string path)
    {
        if ((expected as PrizeForfeited)?.Promoted != (actual as PrizeForfeited)?.Promoted)
            return new Difference($"{path}.promoted", ((PrizeForfeited)expected).Promoted ?? "nobody", ((PrizeForfeited)actual).Promoted ?? "nobody");
        return expected.Digest == actual.Digest
            ? null
            : new Difference($"{path}.digest", $"{expected.Digest}, by the digest before and this event", actual.Digest.ToString());
    }

    private ClaimAnswer Repeat(PrizeEvent stated) => stated switch
    {
        PrizeClaimed claimed => Claim(claimed.RuleId, claimed.EntryId, claimed.At),
        PrizeForfeited forfeited => Forfeit(forfeited.RuleId, forfeited.EntryId, forfeited.At, forfeited.Reason, forfeited.By),
        _ => throw new InvalidOperationException($"{stated.GetType().Name} is no step of a claim."),
    };

    private ClaimRefusal? WhyNot(string ruleId, string entryId, Instant at)
    {
        _ = _transcript[Guard.Against.Null(ruleId)];
        if (!_turns.TryGetValue((ruleId, Guard.Against.Null(entryId)), out var turn))
            return new PrizeIsNotHeld(ruleId, entryId);
        if (turn.ForfeitedAt is { } forfeitedAt)
            return new PrizeWasForfeited(forfeitedAt);
        if (_prizes[turn.Prize] is { Status: PrizeStatus.Claimed } claimed)
            return new PrizeWasClaimed(claimed.Since);
        return at < _events[^1].At ? new ClaimIsOutOfOrder(_events[^1].At) : null;
    }

    private Prize Vacated(Prize prize, Instant at)
    {
        var someoneCouldFollow = prize.Entry.Share is null && _transcript[prize.RuleId].Alternates.Count > 0;
        return prize with { Status = someoneCouldFollow ? PrizeStatus.NobodyLeft : PrizeStatus.Forfeited, Since = at, Until = null };
    }

    private ClaimAccepted Accept(
        PrizeEvent happened,
        int place,
        Prize prize,
        ImmutableDictionary<(string RuleId, string EntryId), Turn> turns,
        ImmutableHashSet<string> persons,
        ImmutableDictionary<string, Succession> successions)
    {
        var chained = Chained(happened, _events[^1].Digest);
        return new ClaimAccepted(new Claims(_transcript, _events.Add(chained), _prizes.SetItem(place, prize), turns, persons, successions), chained);
    }

    private static PrizeEvent Chained(PrizeEvent happened, Digest before) => happened with { Digest = PrizeEventJson.DigestOf(happened, before) };

    private static Instant? Deadline(Transcript transcript, Instant from) =>
        transcript.Manifest.ClaimWithin is not { } within ? null
        : from > Instant.MaxValue - within ? Instant.MaxValue
        : from + within;

    private static bool IsText(string text) => StatedText.Problem(text) is null;

    /// <summary>An entry's turn to hold a prize: which one, and when it lost it.</summary>
    private readonly record struct Turn(int Prize, Instant? ForfeitedAt);
}
