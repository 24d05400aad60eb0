namespace CampaignKit.Leaderboards.Tests;

public class LargeOrderTests
{
    private const int Members = 30_000;

    public static TheoryData<string> Structures => ["logs", "tree", "latest first"];

    [Theory]
    [MemberData(nameof(Structures))]
    public void Order_GrownChurnedAndDrained_StandsAsASortSays(string structure)
    {
        var order = New(structure);
        var held = new Dictionary<int, (long Key, long Arrival)>();
        var random = new Random(7);
        var arrivals = 0L;

        // Growing, churning, draining from all over, down to nothing.
        foreach (var (writes, leaving) in (ReadOnlySpan<(int, double)>)[(60_000, 0.05), (150_000, 0.2), (150_000, 0.9)])
        {
            for (var write = 0; write < writes; write++)
            {
                var member = random.Next(Members);
                if (random.NextDouble() < leaving)
                    Remove(order, held, member);
                else
                    Raise(order, held, member, random.Next(20) == 0 ? random.Next(300) : 1, arrivals++);
            }

            AssertStands(order, held, isLatestFirst: structure == "latest first");
        }

        foreach (var member in held.Keys.ToList())
            Remove(order, held, member);
        AssertStands(order, held, isLatestFirst: false);
    }

    [Theory]
    [MemberData(nameof(Structures))]
    public void Order_ClearedAndFilledAgain_HoldsNoneOfTheFormer(string structure)
    {
        var order = New(structure);
        for (var member = 0; member < 1000; member++)
            order.Add(member, ~(member % 7L));
        order.Clear();

        Assert.Equal(0, order.Count);
        Assert.False(order.Contains(3));
        Assert.Equal(0, order.MembersThrough(long.MaxValue));
        order.Add(3, ~5L);
        Assert.Equal(0, order.PlaceOf(3));
        Assert.Equal([(~5L, 3)], OrderAssert.Listing(order, 0, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tree_FilledInOrder_HoldsItsShape(bool isAscending)
    {
        var order = new MemberTree<EarliestFirst>(default);
        var held = new Dictionary<int, (long Key, long Arrival)>();
        for (var member = 0; member < 100_000; member++)
        {
            long key = isAscending ? member : -member;
            order.Add(member, key);
            held.Add(member, (key, member));
        }

        AssertStands(order, held, isLatestFirst: false);
    }

    private static IMemberOrder New(string structure) => structure switch
    {
        "logs" => new ScoreLogs(-1),
        "tree" => new MemberTree<EarliestFirst>(default),
        _ => new MemberTree<LatestFirst>(default),
    };

    private static void Raise(IMemberOrder order, Dictionary<int, (long Key, long Arrival)> held, int member, int by, long arrival)
    {
        if (!held.TryGetValue(member, out var at))
        {
            order.Add(member, ~(long)by);
            held[member] = (~(long)by, arrival);
            return;
        }

        Assert.Equal(at.Key, order.KeyOf(member));
        order.Move(member, at.Key - by);
        held[member] = (at.Key - by, arrival);
    }

    private static void Remove(IMemberOrder order, Dictionary<int, (long Key, long Arrival)> held, int member)
    {
        Assert.Equal(held.Remove(member), order.Contains(member));
        if (order.Contains(member))
            order.Remove(member);
    }

    private static void AssertStands(IMemberOrder order, Dictionary<int, (long Key, long Arrival)> held, bool isLatestFirst)
    {
        var sorted = held.OrderBy(member => member.Value.Key).ThenBy(member => isLatestFirst ? -member.Value.Arrival : member.Value.Arrival).ToList();
        Assert.Equal(sorted.Select(member => (member.Value.Key, member.Key)), OrderAssert.Listing(order, 0, order.Count));

        var (first, keys) = (0, -1);
        for (var place = 0; place < sorted.Count; place++)
        {
            var key = sorted[place].Value.Key;
            if (place == 0 || sorted[place - 1].Value.Key != key)
                (first, keys) = (place, keys + 1);

            Assert.Equal(place, order.PlaceOf(sorted[place].Key));
            Assert.Equal(first, order.MembersBefore(key));
            Assert.Equal(keys, order.KeysBefore(key));
            Assert.Equal(sorted[place].Key, OrderAssert.Listing(order, place, 1)[0].Member);
        }
    }
}
