using System.CommandLine;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tool.Draws;

/// <summary>The options of <c>draw lock</c> that name where randomness will come from; those of the late source have a prefix.</summary>
internal sealed class SourceOptions
{
    // The chain whose pulses NIST publishes now; the manifest and the output say it.
    private const long DefaultNistChain = 2;

    private readonly Option<DrandChain> _chain;
    private readonly Option<Instant> _drandAfter;
    private readonly Option<long> _round;
    private readonly Option<string> _commitment;
    private readonly Option<Instant> _nistAt;
    private readonly Option<string> _certificateId;
    private readonly Option<long> _nistChain;
    private readonly Option<string> _numbers;
    private readonly Option<int> _count;
    private readonly Option<long> _from;
    private readonly Option<long> _to;
    private readonly Option<Instant> _due;

    public SourceOptions(string prefix, string what, bool required)
    {
        _drandAfter = Described(TimeOption.Instant(Name("drand-after")), "INSTANT", "The first round of drand that is due after this time in UTC, such as 2021-04-05T02:00:00Z.");
        _round = Described(NumberOption.Whole(Name("round"), 1, FutureDrandRound.MaxRound), "N", "This round of drand.");
        _chain = Described(new Option<DrandChain>(Name("chain")) { CustomParser = given => ChainNamed(given.Tokens[0].Value, Name("chain"), given.AddError) }, "NAME", $"The chain of drand: {ChainNames}. quicknet unless said.");
        _commitment = Described(new Option<string>(Name("commitment")), "HEX", "The operator's secret, by its SHA-256: 64 lower-case hex digits.");
        _nistAt = Described(TimeOption.Instant(Name("nist-at")), "INSTANT", "The pulse of NIST's beacon at this minute in UTC, such as 2021-04-05T02:00:00Z.");
        _certificateId = Described(new Option<string>(Name("certificate-id")), "HEX", "The SHA-512 of NIST's certificate, as its pulses name it: 128 lower-case hex digits.");
        _nistChain = Described(NumberOption.Whole(Name("nist-chain"), 1, AnnouncedNumbers.MaxNumber), "N", $"The chain of NIST's pulses. {DefaultNistChain} unless said.");
        _numbers = Described(new Option<string>(Name("numbers")), "EVENT", "Numbers that will be announced in public, in words that tell where to look them up.");
        _count = Described(NumberOption.Whole(Name("count"), 1, AnnouncedNumbers.MaxCount), "N", $"How many numbers, at most {AnnouncedNumbers.MaxCount}.");
        _from = Described(NumberOption.Whole(Name("from"), 0, AnnouncedNumbers.MaxNumber - 1), "A", "The smallest that a number can be; 0 or more.");
        _to = Described(NumberOption.Whole(Name("to"), 1, AnnouncedNumbers.MaxNumber), "B", "The largest that a number can be.");
        _due = Described(TimeOption.Instant(Name("due")), "INSTANT", "When they are announced, in UTC, such as 2021-04-05T02:00:00Z.");
        Choice = new(
            what,
            required,
            new(_drandAfter, [], [_chain], FirstRoundAfter),
            new(_round, [], [_chain], parsed => new FutureDrandRound(ChainOf(parsed), parsed.GetValue(_round))),
            new(_commitment, [], [], Commitment),
            new(_nistAt, [_certificateId], [_nistChain], Pulse),
            new(_numbers, [_count, _from, _to, _due], [], Numbers));

        string Name(string name) => $"--{prefix}{name}";
    }

    public OptionChoice<FutureEntropy> Choice { get; }

    private static string ChainNames => string.Join(" or ", Drand.Chains.Select(chain => chain.BeaconId));

    private static Option<T> Described<T>(Option<T> option, string helpName, string description)
    {
        (option.HelpName, option.Description) = (helpName, description);
        return option;
    }

    private static DrandChain? ChainNamed(string name, string option, Action<string> refuse)
    {
        var chain = Drand.Chains.FirstOrDefault(known => known.BeaconId == name);
        if (chain is null)
            refuse($"{option} is '{name}'; it is {ChainNames}.");
        return chain;
    }

    private DrandChain ChainOf(ParseResult parsed) => parsed.GetValue(_chain) ?? Drand.Quicknet;

    private FutureDrandRound FirstRoundAfter(ParseResult parsed)
    {
        var instant = parsed.GetValue(_drandAfter);
        return Sound(_drandAfter, TimeOption.Text(instant), () => ChainOf(parsed).FirstRoundAfter(instant));
    }

    private OperatorCommitment Commitment(ParseResult parsed)
    {
        var hex = parsed.GetRequiredValue(_commitment);
        return Digest.TryParse(hex, out var commitment)
            ? new OperatorCommitment(commitment)
            : throw new BadInputException($"{_commitment.Name} is '{hex}'; it is {Digest.HexLength} lower-case hex digits.");
    }

    private FutureNistPulse Pulse(ParseResult parsed)
    {
        var (at, chain) = (parsed.GetValue(_nistAt), parsed.GetResult(_nistChain) is null ? DefaultNistChain : parsed.GetRequiredValue(_nistChain));
        return Sound(_nistAt, TimeOption.Text(at), () => new FutureNistPulse(chain, at, parsed.GetRequiredValue(_certificateId)));
    }

    private FutureNumbers Numbers(ParseResult parsed)
    {
        var (from, to, announced) = (parsed.GetValue(_from), parsed.GetValue(_to), parsed.GetRequiredValue(_numbers));
        return from < to
            ? Sound(_numbers, announced, () => new FutureNumbers(announced, parsed.GetValue(_count), from, to, parsed.GetValue(_due)))
            : throw new BadInputException(FormattableString.Invariant($"{_to.Name} is '{to}'; it is above {_from.Name}, {from}."));
    }

    private static T Sound<T>(Option option, string value, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException wrong)
        {
            throw new BadInputException($"{option.Name} is '{value}'; {wrong.Message.Split(" (Parameter")[0]}");
        }
    }
}
