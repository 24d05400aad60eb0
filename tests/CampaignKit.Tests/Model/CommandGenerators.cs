using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Tests.Model;

/// <summary>Few people, tasks and keys, so that they meet often; a sequence shrinks by leaving commands out.</summary>
public static class CommandGenerators
{
    private static readonly Gen<int> Who = Gen.Choose(1, 4);

    private static readonly Gen<string> Team = Gen.Frequency((8, Gen.Elements(Fair.Teams)), (1, Gen.Constant("navy")));

    private static readonly Gen<string> Task = Gen.Frequency(
        (8, Gen.Constant("stitch")), (5, Gen.Constant("walk")), (4, Gen.Elements("song", "drum")), (2, Gen.Elements("fete", "letter")), (1, Gen.Constant("dance")));

    private static readonly Gen<int?> Ago = Gen.Frequency(
        (6, Gen.Constant((int?)null)), (4, Gen.Choose(0, 80).Select(hours => (int?)hours)), (1, Gen.Constant((int?)-1)));

    private static readonly Gen<Command> CheckIn =
        from who in Who
        from task in Task
        from key in Gen.Choose(1, 12)
        from ago in Ago
        from site in Gen.Frequency((8, Gen.Constant((string?)null)), (1, Gen.Constant((string?)"library")), (1, Gen.Constant((string?)"cinema")))
        select (Command)new Command.CheckIn(who, task, key, ago, site);

    public static Arbitrary<Command> Commands() => Gen.Frequency(
        (4, from who in Who from team in Gen.Elements("red", "blue", null) select (Command)new Command.Enrol(who, team)),
        (3, from who in Who from team in Team select (Command)new Command.Join(who, team)),
        (14, CheckIn),
        (3, Gen.Choose(1, 4).Select(back => (Command)new Command.SendAgain(back))),
        (4, from number in Gen.Choose(0, 4) from serial in Gen.Choose(0, 4) select (Command)new Command.Void(number, serial)),
        (2, from number in Gen.Choose(1, 4) from serial in Gen.Choose(1, 3) select (Command)new Command.Approve(number, serial)),
        (6, Gen.Choose(1, 40).Select(hours => (Command)new Command.ClockMoves(hours)))).ToArbitrary();
}
