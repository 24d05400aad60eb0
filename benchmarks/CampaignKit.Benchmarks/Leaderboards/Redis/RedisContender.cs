namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// A sorted set in Redis. The 1224 rank is one ZCOUNT of who has more, the client knowing the member's score; neighbours are a ZREVRANK and the
/// ZREVRANGE around it.
/// </summary>
internal sealed class RedisContender : IContender
{
    private const int MembersACommand = 128;

    private readonly RedisServer _server;
    private readonly RedisConnection _redis;
    private readonly long _memoryBefore;
    private long[] _scores = [];
    private int[] _places = [];

    public RedisContender(RedisServer server)
    {
        _server = server;
        _redis = server.Connection;
        _redis.Ask("FLUSHALL", "SYNC");
        _memoryBefore = server.UsedMemory;
        var pipelined = Operations(stretch => stretch.Length);
        Ways =
        [
            new Way($"{server.Version}, in the server", Role.Peer, pipelined)
            {
                Batch = Workloads.BatchSize,
                Timekeeper = new RedisCommandTimes(server),
            },
            new Way($"{server.Version}, pipelined", Role.Bystander, pipelined) { Batch = Workloads.BatchSize },
            new Way($"{server.Version}, one by one", Role.Bystander, Operations(_ => 1)),
        ];
    }

    private delegate void Question(Stretch stretch, int index);

    private static ReadOnlySpan<byte> Key => "board"u8;

    public Ties Ties => Ties.Descending;

    public IReadOnlyList<Way> Ways { get; }

    public long? BytesElsewhere => _server.UsedMemory - _memoryBefore;

    public void Load(Stretch members, ReadOnlySpan<long> scores)
    {
        _scores = scores.ToArray();
        for (var start = 0; start < members.Length; start += MembersACommand)
        {
            var count = Math.Min(MembersACommand, members.Length - start);
            _redis.Begin(2 + (2 * count), "ZADD"u8);
            _redis.Add(Key);
            for (var i = start; i < start + count; i++)
            {
                _redis.Add(scores[i]);
                _redis.Add(members.Utf8Ids[i].Span);
            }

            _redis.Send();
            _redis.ReadNumber();
        }
    }

    public void Dispose() => _redis.Ask("FLUSHALL", "SYNC");

    /// <param name="depth">How many commands go at a time.</param>
    private Dictionary<Workload, Run> Operations(Func<Stretch, int> depth) => new()
    {
        [Workload.Update] = stretch => Each(stretch, depth(stretch), Increment, _redis.ReadNumber),
        [Workload.Rescore] = stretch => Each(stretch, depth(stretch), Set, _redis.ReadNumber),
        [Workload.OrdinalRank] = stretch => Each(stretch, depth(stretch), Rank, ReadRank),
        [Workload.CompetitionRank] = stretch => Each(stretch, depth(stretch), CountBetter, ReadRank),
        [Workload.ScoreRank] = stretch => Each(stretch, depth(stretch), CountAbove, ReadRank),
        [Workload.Top] = stretch => Each(stretch, depth(stretch), (_, _) => List(0, Workloads.PageSize), _redis.ReadSumOfScores),
        [Workload.MiddlePage] = stretch => Each(stretch, depth(stretch), (_, _) => List(_scores.Length / 2, Workloads.PageSize), _redis.ReadSumOfScores),
        [Workload.Around] = stretch => Around(stretch, depth(stretch)),
        [Workload.Mixed] = stretch => Each(stretch, depth(stretch), IncrementOrRank, _redis.ReadNumber),
    };

    private long Each(Stretch stretch, int depth, Question ask, Func<long> read)
    {
        var sum = 0L;
        for (var start = 0; start < stretch.Length; start += depth)
        {
            for (var i = start; i < start + depth; i++)
                ask(stretch, i);
            _redis.Send();
            for (var i = start; i < start + depth; i++)
                sum += read();
        }

        return sum;
    }

    private long Around(Stretch stretch, int depth)
    {
        if (_places.Length < stretch.Length)
            _places = new int[stretch.Length];

        var sum = 0L;
        for (var start = 0; start < stretch.Length; start += depth)
        {
            var part = stretch with { Start = stretch.Start + start, Length = depth };
            var asked = 0;
            Each(part, depth, Rank, () => _places[asked++] = (int)_redis.ReadNumber());
            sum += Each(part, depth, ListAround, _redis.ReadSumOfScores);
        }

        return sum;
    }

    private void Increment(Stretch stretch, int index)
    {
        _scores[stretch.Members[index]]++;
        _redis.Begin(4, "ZINCRBY"u8);
        _redis.Add(Key);
        _redis.Add(1);
        _redis.Add(stretch.Utf8Ids[index].Span);
    }

    private void Set(Stretch stretch, int index)
    {
        _scores[stretch.Members[index]] = stretch.NewScores[index];
        _redis.Begin(4, "ZADD"u8);
        _redis.Add(Key);
        _redis.Add(stretch.NewScores[index]);
        _redis.Add(stretch.Utf8Ids[index].Span);
    }

    private void Rank(Stretch stretch, int index)
    {
        _redis.Begin(3, "ZREVRANK"u8);
        _redis.Add(Key);
        _redis.Add(stretch.Utf8Ids[index].Span);
    }

    private void IncrementOrRank(Stretch stretch, int index)
    {
        if (stretch.IsUpdate(index))
            Increment(stretch, index);
        else
            Rank(stretch, index);
    }

    private void CountBetter(Stretch stretch, int index) => CountAbove(_scores[stretch.Members[index]]);

    private void CountAbove(Stretch stretch, int index) => CountAbove(stretch.Scores[index]);

    private void CountAbove(long score)
    {
        _redis.Begin(4, "ZCOUNT"u8);
        _redis.Add(Key);
        _redis.Add(score, mark: "("u8);
        _redis.Add("+inf"u8);
    }

    private void ListAround(Stretch stretch, int index) =>
        List(Math.Clamp(_places[index] - Workloads.Radius, 0, _scores.Length - Workloads.Window), Workloads.Window);

    private void List(int skip, int take)
    {
        _redis.Begin(5, "ZREVRANGE"u8);
        _redis.Add(Key);
        _redis.Add(skip);
        _redis.Add(skip + take - 1);
        _redis.Add("WITHSCORES"u8);
    }

    private long ReadRank() => _redis.ReadNumber() + 1;
}
