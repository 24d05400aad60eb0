using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws.Tests;

/// <summary>Every way of computing tickets, beside its plain twin: the platform's SHA-256 of one message at a time.</summary>
public sealed class TicketHashTests
{
    private const int LongestId = 300;

    private static readonly RuleSeed Seed = RuleSeed.FromText("tickets");

    public static TheoryData<int> Lanes => [16, 8, 1];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Of_LanesOfThisMachine_AreUsed(int mostLanes)
    {
        int[] expected = [Lanes16.AreSupported ? 16 : 0, Lanes8.AreSupported ? 8 : 0, 1];

        Assert.Equal(expected.Where(lanes => lanes <= mostLanes).Max(), TicketHash.Of(Seed, mostLanes).Lanes);
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Offer_EveryLengthAndGroupSize_EqualsThePlatform(int mostLanes)
    {
        var hash = TicketHash.Of(Seed, mostLanes);
        for (var length = 0; length <= LongestId; length++)
        {
            for (var count = 1; count <= hash.Lanes; count++)
                AssertEqualsThePlatform(hash, Messages(count, _ => length));
        }
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Offer_MixedLengthsOfEqualBlocks_EqualsThePlatform(int mostLanes)
    {
        var hash = TicketHash.Of(Seed, mostLanes);
        for (var blocks = 1; blocks <= Sha256Block.CountFor(LongestId); blocks++)
        {
            int[] lengths = [.. Enumerable.Range(0, LongestId + 1).Where(length => Sha256Block.CountFor(length) == blocks)];
            for (var first = 0; first < lengths.Length; first++)
                AssertEqualsThePlatform(hash, Messages(hash.Lanes, lane => lengths[(first + (lane * 7)) % lengths.Length]));
        }
    }

    [Property]
    public void Smallest_AnyPool_IsTheSameHoweverTheWorkIsDivided(string[] names, byte room, bool weighted)
    {
        var ids = names.Select((name, i) => $"{i}{string.Concat(name ?? "").Replace("\0", "")}")
            .Select(id => new string([.. id.Where(c => c is >= ' ' and < (char)0x7f)])).Distinct().ToList();
        var pool = weighted ? Pool.OfWeights(ids.Select((id, i) => (id, (long)(i % 40)))) : Pool.Of(ids);

        var expected = PlainTickets(pool).Take(room + 1);

        foreach (var lanes in (int[])[16, 8, 1])
            Assert.Equal(expected, TicketOrder.Smallest(pool, entries: null, Seed, room + 1, new LaneWork(lanes, 1, default)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(40_000)]
    [InlineData(50_000)]
    public void Smallest_LargePool_IsTheSameOnAnyNumberOfThreads(int room)
    {
        var pool = Pool.Of(Enumerable.Range(0, 50_000).Select(number => $"{number}{new string('x', number % 97)}"));

        var expected = PlainTickets(pool).Take(room).ToArray();

        foreach (var threads in (int[])[1, 2, 3, 7])
            Assert.Equal(expected, TicketOrder.Smallest(pool, entries: null, Seed, room, LaneWork.Fastest() with { MostThreads = threads }));
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Smallest_Weights_EqualsThePlatform(int mostLanes)
    {
        // Ids near the block's border, where "#9" still fits and "#10" does not; and one of great weight.
        var pool = Pool.OfWeights(Enumerable.Range(0, 300).Select(i => ($"{i:D3}{new string('w', i % 253)}", i == 7 ? 40_000L : i % 23)));

        foreach (var threads in (int[])[1, 3])
            Assert.Equal(PlainTickets(pool), TicketOrder.Smallest(pool, entries: null, Seed, pool.Size, new LaneWork(mostLanes, threads, default)));
    }

    [Fact]
    public void Smallest_GivenEntries_LeavesOutTheOthers()
    {
        var pool = Pool.Of(Enumerable.Range(0, 500).Select(number => $"{number}"));
        int[] entries = [.. Enumerable.Range(0, 500).Where(entry => entry % 3 == 0)];

        var smallest = TicketOrder.Smallest(pool, entries, Seed, 50, LaneWork.Fastest());

        Assert.Equal(PlainTickets(pool).Where(ticketed => ticketed.Entry % 3 == 0).Take(50), smallest);
    }

    [Fact]
    public void Smallest_TenTimesTheEntrants_AllocatesNoMore()
    {
        var (small, large) = (Numbers(2_000), Numbers(20_000));
        Allocated(small);

        Assert.InRange(Allocated(large) - Allocated(small), -2_000, 2_000);

        static Pool Numbers(int count) => Pool.Of(Enumerable.Range(0, count).Select(number => $"{number:D7}"));

        static long Allocated(Pool pool)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            TicketOrder.Smallest(pool, entries: null, Seed, 20, new LaneWork(TicketHash.MostLanes, 1, default));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Smallest_Cancelled_Stops()
    {
        var pool = Pool.Of(["a", "b"]);

        Assert.Throws<OperationCanceledException>(
            () => TicketOrder.Smallest(pool, entries: null, Seed, 1, LaneWork.Fastest(new CancellationToken(canceled: true))));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(50_000)]
    public void Pick_Progress_RisesToOneAndNamesTheSameWinners(int size)
    {
        var pool = Pool.Of(Enumerable.Range(0, size).Select(number => $"{number}"));
        var told = new Told();

        var winners = Draw.Pick(pool, Seed, 20, progress: told).Winners;

        Assert.Equal(Draw.Pick(pool, Seed, 20).Winners, winners);
        Assert.Equal(told.Parts.Order(), told.Parts);
        Assert.Equal(1, told.Parts[^1]);
        Assert.All(told.Parts, part => Assert.InRange(part, double.Epsilon, 1));
    }

    [Fact]
    public void Of_MoreThanExpected_TellsProgressOnce()
    {
        var pool = Pool.Of(Enumerable.Range(0, 500).Select(number => $"{number}"));
        var told = new Told();

        Assert.Equal(PlainTickets(pool), TicketOrder.Of(pool, Seed, expected: 1, LaneWork.Fastest() with { Progress = told }));

        Assert.Equal(1, told.Parts.Count(part => part == 1));
        Assert.Equal(told.Parts.Order(), told.Parts);
    }

    [Fact]
    public void Pick_CancelledFromProgress_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var pool = Pool.Of(Enumerable.Range(0, 500).Select(number => $"{number}"));

        Assert.Throws<OperationCanceledException>(() => Draw.Pick(pool, Seed, 20, progress: new Told(_ => cancellation.Cancel()), cancellationToken: cancellation.Token));
    }

    [Fact]
    public void Draw_Cancelled_StopsWhereTicketsAreComputed()
    {
        var cancelled = new CancellationToken(canceled: true);
        var locked = Draw.Plan("c/d/p").Random("r", Changning.Messages, 3).AllowOverlap().Lock(Changning.Entropy);
        var transcript = locked.Hold(Changning.Reveal).Transcript;

        Assert.Throws<OperationCanceledException>(() => Draw.Pick(Changning.Messages, Seed, 3, cancellationToken: cancelled));
        Assert.Throws<OperationCanceledException>(() => locked.Hold(Changning.Reveal, cancelled));
        Assert.Throws<OperationCanceledException>(() => DrawVerifier.Verify(transcript, cancellationToken: cancelled));
    }

    private static void AssertEqualsThePlatform(TicketHash hash, byte[][] messages)
    {
        // Without a byte behind the last message, reading past it would show; with a block behind it, texts are read four words at once.
        AssertEqualsThePlatform(hash, messages, []);
        AssertEqualsThePlatform(hash, messages, new byte[Sha256Block.Size]);
    }

    private static void AssertEqualsThePlatform(TicketHash hash, byte[][] messages, byte[] behind)
    {
        var text = messages.SelectMany(message => message).Concat(behind).ToArray();
        var slices = new TextSlice[messages.Length];
        for (var (i, start) = (0, 0); i < slices.Length; start += messages[i++].Length)
            slices[i] = new TextSlice(start, messages[i].Length);
        var smallest = new SmallestTickets(messages.Length);

        // The longest message that is ever hashed is a little shorter than the longest tried here.
        if (hash is PlatformTicketHash && messages.Any(message => message.Length > TicketHash.LongestMessage))
            return;
        hash.Offer(new TicketGroup(new MessageGroup(text, slices), first: 0), smallest);

        Assert.Equal(messages.Select((message, i) => new Ticketed(PlainTicket(message), i)).Order(), smallest.InOrder());
    }

    private static byte[][] Messages(int count, Func<int, int> lengthOf)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(lane =>
        {
            var message = new byte[lengthOf(lane)];
            random.NextBytes(message);
            return message;
        })];
    }

    private static Digest PlainTicket(ReadOnlySpan<byte> message) => new(SHA256.HashData([.. Encoding.ASCII.GetBytes(Seed.ToString()), .. message]));

    private static IEnumerable<Ticketed> PlainTickets(Pool pool) => Enumerable.Range(0, pool.Size)
        .Where(entry => pool.Kind != PoolKind.Weights || pool.ValueAt(entry) > 0)
        .Select(entry => new Ticketed(
            pool.Kind == PoolKind.Weights
                ? Enumerable.Range(1, (int)pool.ValueAt(entry)).Min(j => PlainTicket([.. pool.Lines.Id(entry), .. Encoding.ASCII.GetBytes($"#{j}")]))
                : PlainTicket(pool.Lines.Id(entry)),
            entry))
        .Order();

    private sealed class Told(Action<double>? then = null) : IProgress<double>
    {
        public List<double> Parts { get; } = [];

        public void Report(double value)
        {
            Parts.Add(value);
            then?.Invoke(value);
        }
    }
}
