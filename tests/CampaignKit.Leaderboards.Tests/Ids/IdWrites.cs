using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>Few ids, so that they come again: short and long, on either side of every length that is kept in another way, ASCII and not.</summary>
public static class IdWrites
{
    public static string[] Ids { get; } =
    [
        "", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmn", "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyz",
        "ü", "abcü", "abcdefghijklmü", "abcdefghijklmnü", "上海上海上", "上海上海上海", new string('z', 100), new string('上', 700),
        .. Enumerable.Range(0, 20).Select(id => $"p-{id:D5}"), .. Enumerable.Range(0, 20).Select(id => $"participant-{id:D5}"),
    ];

    public static Arbitrary<IdWrite> Any() =>
        (from kind in Gen.Frequency(
             (40, Gen.Elements(IdWriteKind.AddString, IdWriteKind.AddBytes)),
             (20, Gen.Constant(IdWriteKind.Remove)),
             (1, Gen.Constant(IdWriteKind.Clear)))
         from id in Gen.Elements(Ids)
         select new IdWrite(kind, id)).ToArbitrary();
}
