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

    [Fact]
    public void MembersBefore_ABoundAmongManyOfAKey_LooksAtFewOfThem()
    {
        const int Sharing = 100_000;
        var looks = new int[1];
        var order = new MemberTree<ByNumber>(default);
        for (var member = 0; member < Sharing; member++)
            order.Add((int)(member * 7919L % Sharing), key: 5);
        order.Add(Sharing, key: 4);

        foreach (var bound in (int[])[0, 1, 63, 64, 50_000, 99_999, 100_000])
        {
            looks[0] = 0;
            Assert.Equal(1 + bound, order.MembersBefore(5, new CountedBound(bound, looks)));
            Assert.InRange(looks[0], 1, 40);
        }

        Assert.Equal(0, order.MembersBefore(3, new CountedBound(7, looks)));
        Assert.Equal(1, order.MembersBefore(4, new CountedBound(Sharing + 1, looks)));
        Assert.Equal(Sharing + 1, order.MembersBefore(6, new CountedBound(7, looks)));
    }

    [Theory]
    [MemberData(nameof(Structures))]
    public void Order_WithoutRoomForOneMore_RefusesAndStandsAsBefore(string structure)
    {
        const int MostNodes = 4;
        var order = New(structure, MostNodes);
        var held = 0;
        void Fill()
        {
            for (; held < MostNodes * 1_000; held++)
                order.Add(held, ~(held % 3L));
        }

        var refusal = Assert.Throws<InvalidOperationException>(Fill);
        Assert.Contains($"all {MostNodes} nodes of 64", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(held, 2 * 64, MostNodes * 64);
        var before = OrderAssert.Listing(order, 0, order.Count);
        Assert.Equal(held, before.Length);

        Assert.Throws<InvalidOperationException>(order.EnsureRoom);
        Assert.Throws<InvalidOperationException>(() => order.Move(before[0].Member, ~7L));
        Assert.Equal(before, OrderAssert.Listing(order, 0, order.Count));

        foreach (var (_, member) in before.AsSpan(0, held / 2))
            order.Remove(member);
        order.Add(held, ~7L);
        Assert.Equal(0, order.PlaceOf(held));
        Assert.Equal(before.Skip(held / 2), OrderAssert.Listing(order, 1, held - (held / 2)));
    }

    private static IMemberOrder New(string structure, int mostNodes = Capacity.MostNodes) => structure switch
    {
        "logs" => new ScoreLogs(-1, mostNodes),
        "tree" => new MemberTree<EarliestFirst>(default, mostNodes),
        _ => new MemberTree<LatestFirst>(default, mostNodes),
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

    /// <summary>The bound before a number, which counts how often it is looked at.</summary>
    private readonly struct CountedBound(int number, int[] looks) : ITieBound
    {
        public bool IsBehind(int member)
        {
            looks[0]++;
            return member < number;
        }
    }
}
