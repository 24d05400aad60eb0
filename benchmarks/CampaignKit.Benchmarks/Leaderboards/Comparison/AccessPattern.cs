using System.Globalization;
using System.Text;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// Members in the order in which they are asked for, prepared before anything is timed. Text ids are instances of their own, in this order in memory,
/// as those of incoming requests are.
/// </summary>
internal sealed class AccessPattern
{
    private const string IdFormat = "D8";

    public AccessPattern(int[] members)
    {
        Members = members;
        Ids = Array.ConvertAll(members, IdOf);
        Utf8Ids = Array.ConvertAll(Ids, id => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(id)));
    }

    public int[] Members { get; }

    /// <summary>The score that each of them was loaded with.</summary>
    public long[] Scores { get; private init; } = [];

    /// <summary>The score that each of them gets where scores are set anew.</summary>
    public long[] NewScores { get; private init; } = [];

    public string[] Ids { get; }

    public ReadOnlyMemory<byte>[] Utf8Ids { get; }

    /// <summary>A member's text id; ids sort like the members' numbers.</summary>
    public static string IdOf(int member) => string.Create(CultureInfo.InvariantCulture, $"p-{member.ToString(IdFormat, CultureInfo.InvariantCulture)}");

    /// <summary>Members at random, the same at each run.</summary>
    /// <param name="scores">The score that each member is loaded with.</param>
    /// <param name="length">How many are asked for before the pattern begins anew.</param>
    public static AccessPattern Random(long[] scores, int length)
    {
        var members = scores.Length;
        var random = new Random(members);
        var pattern = new int[length];
        for (var i = 0; i < length; i++)
            pattern[i] = random.Next(members);
        return new AccessPattern(pattern)
        {
            Scores = Array.ConvertAll(pattern, member => scores[member]),
            NewScores = Array.ConvertAll(pattern, _ => scores[random.Next(members)]),
        };
    }

    /// <summary>Each member once, by number: the order of loading.</summary>
    public static AccessPattern Everyone(int members) => new([.. Enumerable.Range(0, members)]);

    public Stretch Whole() => new(this, 0, Members.Length);
}
