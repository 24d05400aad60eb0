using System.CommandLine;
using System.Globalization;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>The options of <c>draw hold</c> that say which randomness came.</summary>
internal sealed class RandomnessOptions
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(20);

    private readonly Option<string> _roundFile = new("--round-file") { Description = "drand: the round as the beacon's JSON.", HelpName = "FILE" };
    private readonly Option<string> _signature = new("--signature") { Description = "drand: the signature of the round, in lower-case hex.", HelpName = "HEX" };
    private readonly Option<string> _secret = new("--secret") { Description = "The operator's secret: 64 lower-case hex digits.", HelpName = "HEX" };
    private readonly Option<string> _pulse = new("--pulse") { Description = "NIST: the pulse as the beacon's JSON.", HelpName = "FILE" };
    private readonly Option<string> _certificate = new("--certificate") { Description = "NIST: the certificate, PEM.", HelpName = "FILE" };
    private readonly Option<string> _numbers = new("--numbers") { Description = "The numbers in the order announced, parted by spaces or commas: \"4 8 15 16 23 42\".", HelpName = "NUMBERS" };
    private readonly Option<bool> _fetch = new("--fetch") { Description = "drand or NIST: asks the beacon over HTTP.", Arity = ArgumentArity.Zero };
    private readonly Option<Uri> _from = new("--from")
    {
        Description = "With --fetch: asks this address in place of the beacon's public ones.",
        HelpName = "URL",
        CustomParser = given =>
        {
            var text = given.Tokens[0].Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "" })
                return address;
            given.AddError($"--from is '{text}'; it is an address of http or https, without query.");
            return null;
        },
    };

    public RandomnessOptions() => Choice = new(
        "record of the randomness",
        required: true,
        new(_roundFile, [], [], parsed => _ => Round(parsed.GetRequiredValue(_roundFile))),
        new(_signature, [], [], parsed => source => Signed(source, parsed.GetRequiredValue(_signature))),
        new(_secret, [], [], parsed => _ => Secret(parsed.GetRequiredValue(_secret))),
        new(_pulse, [_certificate], [], parsed => _ => Pulse(parsed.GetRequiredValue(_pulse), parsed.GetRequiredValue(_certificate))),
        new(_numbers, [], [], parsed => _ => Numbers(parsed.GetRequiredValue(_numbers))),
        new(_fetch, [], [_from], parsed => source => Fetch(source, parsed.GetValue(_from))));

    /// <summary>How to get the record of a source; which is asked no sooner than it is due.</summary>
    public OptionChoice<Func<FutureEntropy, EntropyRecord>> Choice { get; }

    private DrandRound Round(string path) => Parsed(path, "round of drand", () => DrandRound.Parse(InputFile.Read(_roundFile.Name, path, File.ReadAllText)));

    private DrandRound Signed(FutureEntropy source, string hex)
    {
        if (source is not FutureDrandRound round)
            throw new BadInputException($"{_signature.Name} is of drand; the draw is decided by {source}.");
        return hex.Length > 0 && hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigitLower)
            ? new DrandRound(round.Round, hex)
            : throw new BadInputException($"{_signature.Name} is '{hex}'; it is lower-case hex, two digits a byte.");
    }

    private OperatorReveal Secret(string hex) => Digest.TryParse(hex, out _)
        ? new OperatorReveal(hex)
        : throw new BadInputException($"{_secret.Name} is '{hex}'; it is {Digest.HexLength} lower-case hex digits.");

    private NistPulse Pulse(string path, string certificate)
    {
        var pem = InputFile.Read(_certificate.Name, certificate, File.ReadAllText);
        return Parsed(path, "pulse of NIST's beacon", () =>
        {
            try
            {
                return NistPulse.Parse(InputFile.Read(_pulse.Name, path, File.ReadAllText), pem);
            }
            catch (FormatException wrong) when (wrong is not DrawDocumentException)
            {
                throw new BadInputException($"{_certificate.Name} is '{certificate}'; {wrong.Message}");
            }
        });
    }

    private AnnouncedNumbers Numbers(string text)
    {
        var numbers = new List<long>();
        foreach (var part in text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            numbers.Add(long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= AnnouncedNumbers.MaxNumber
                ? number
                : throw new BadInputException(FormattableString.Invariant($"{_numbers.Name} has '{part}'; a number is 0 to {AnnouncedNumbers.MaxNumber:N0}, digits alone.")));
        }

        return numbers.Count is > 0 and <= AnnouncedNumbers.MaxCount
            ? new AnnouncedNumbers(numbers)
            : throw new BadInputException(FormattableString.Invariant($"{_numbers.Name} has {numbers.Count} numbers; there are 1 to {AnnouncedNumbers.MaxCount:N0}."));
    }

    private static T Parsed<T>(string path, string kind, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (DrawDocumentException wrong)
        {
            throw BadInputException.In(path, kind, [wrong.Message]);
        }
    }

    private static EntropyRecord Fetch(FutureEntropy source, Uri? from)
    {
        using var http = new HttpClient { Timeout = TimeOut };
        IReadOnlyList<Uri>? addresses = from is null ? null : [from];
        IEntropySource[] beacons = [new DrandClient(http, addresses), new NistBeaconClient(http, addresses)];
        var beacon = beacons.FirstOrDefault(known => known.CanFetch(source))
            ?? throw new BadInputException($"--fetch is for drand and NIST; the draw is decided by {source}.");

        // The program has nothing else to do meanwhile.
        return beacon.FetchAsync(source).AsTask().GetAwaiter().GetResult()
            ?? throw new NotYetException($"The beacon has not spoken yet: {source}.");
    }
}
