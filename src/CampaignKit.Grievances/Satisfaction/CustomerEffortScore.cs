namespace CampaignKit.Grievances;

/// <summary>
/// How easy it was (CES 2.0): agreement from 1 to 7 with "made it easy for me to handle my issue". M. Dixon, K. Freeman and N. Toman, Stop
/// Trying to Delight Your Customers, Harvard Business Review (July 2010); the seven levels since 2013.
/// </summary>
/// <remarks>Immutable and safe for use from any thread.</remarks>
public sealed class CustomerEffortScore
{
    private CustomerEffortScore(IReadOnlyList<long> answers, string baseName)
    {
        Answers = answers;
        var count = answers.Aggregate(0L, (sum, n) => checked(sum + n));
        Easy = Rate.Of(answers.Skip(4).Sum(), count, baseName);
        Mean = count > 0 ? (double)(answers.Select((n, level) => (level + 1) * (decimal)n).Sum() / count) : null;
    }

    /// <summary>How many gave each answer, from 1 (it was hard) to 7 (it was easy).</summary>
    public IReadOnlyList<long> Answers { get; }

    /// <summary>The rate of those who agree at all: 5, 6 or 7.</summary>
    public Rate Easy { get; }

    /// <summary>The mean answer, from 1 to 7; null if there is none.</summary>
    public double? Mean { get; }

    /// <summary>The score of so many answers of 1, 2, and so on to 7.</summary>
    /// <exception cref="ArgumentException">There are not seven counts, one is negative, or the name is blank.</exception>
    public static CustomerEffortScore Of(IReadOnlyList<long> answers, string baseName = "answers")
    {
        Guard.Against.Null(answers);
        Guard.Against.InvalidInput(answers, nameof(answers), a => a.Count == 7, $"There are seven levels of effort; here are {answers.Count} counts.");
        foreach (var count in answers)
            Guard.Against.Negative(count, nameof(answers));
        return new CustomerEffortScore([.. answers], Guard.Against.NullOrWhiteSpace(baseName));
    }

    /// <summary>The mean with the rate: <c>5.20 of 7, easy for 70.00 % (…)</c>.</summary>
    public override string ToString() => Mean is { } mean ? FormattableString.Invariant($"{mean:0.00} of 7, easy for {Easy}") : Easy.ToString();
}
