using System.Numerics;

namespace CampaignKit.Leaderboards;

/// <summary>
/// The order for scores as campaigns have them: small, not negative, shared by many, most often raised by one; earliest first within a score. Each
/// score has a log of those who reached it. Who comes is written at its end; who leaves, struck out where it stands. So within a score a place is a
/// count of live entries, and across scores a running count. A log that is mostly dead is compacted, without reordering: O(1) a write, amortised.
/// </summary>
/// <param name="turn">What turns scores into keys and back by exclusive or: 0, or -1 for the complement, by which the highest score has the least key.</param>
/// <param name="mostChunks">How many chunks there can be.</param>
internal sealed partial class ScoreLogs(long turn, int mostChunks = Capacity.MostNodes) : IMemberOrder
{
    /// <summary>The scores from 0 to this can have logs.</summary>
    public const int MaxScore = (1 << 17) - 1;

    // The running counts are as long as the highest score: a few members with high scores are better off in a tree.
    private const int AlwaysAllowedScore = (1 << 13) - 1;
    private const int ScoresPerMember = 8;
    private const int FewestLogs = 4;

    // Each score that members have takes a log and up to three chunks besides those that are well filled: too much for hardly any members.
    private const int AlwaysAllowedScores = AlwaysAllowedScore + 1;
    private const int MembersPerScore = 32;

    // Of the logs that are empty again, those that are small and few wait for the next scores that nobody had.
    private const int MostSpareLogs = 64;
    private const int LongestSpareLog = 8;

    private readonly RunningCounts _counts = new();
    private readonly ScoreSet _taken = new();
    private Stack<ScoreLog>? _spareLogs;
    private ScoreLog?[] _logs = [];
    private Chunk[] _chunks = [];
    private int[] _entries = [];
    private int[] _spots = [];
    private int _usedChunks;
    private int _freeChunk = Chunk.None;
    private int _expected;

    public int Count { get; private set; }

    /// <summary>Whether the scores have become too many and too little shared for logs to pay; never while all are from 0 to 8,191.</summary>
    public bool IsTooSparse => _taken.Count > AlwaysAllowedScores + (Judged / MembersPerScore);

    private bool IsDescending => turn != 0;

    /// <summary>How many members there are, or will soon be.</summary>
    private int Judged => Math.Max(Count, _expected);

    /// <summary>Whether the score of this key suits logs.</summary>
    public bool Takes(long key) => (ulong)(key ^ turn) <= (ulong)Math.Min(MaxScore, AlwaysAllowedScore + ((long)ScoresPerMember * Judged));

    public bool Contains(int member) => (uint)member < (uint)_spots.Length && _spots[member] != Chunk.None;

    public void Add(int member, long key)
    {
        EnsureRoom();
        var score = Reach(key);
        if (member >= _spots.Length)
            ReachMember(member);

        Enter(member, score);
        _counts.Enter(score);
        Count++;
    }

    public void Move(int member, long key)
    {
        EnsureRoom();
        var to = Reach(key);
        var from = Leave(member);
        Enter(member, to);
        if (from != to)
            _counts.Move(from, to);
    }

    public void Remove(int member)
    {
        _counts.Leave(Leave(member));
        _spots[member] = Chunk.None;
        Count--;
    }

    public void Clear()
    {
        _counts.Clear();
        _taken.Clear();
        _spareLogs = null;
        _logs = [];
        _chunks = [];
        _entries = [];
        _spots = [];
        _usedChunks = 0;
        _freeChunk = Chunk.None;
        Count = 0;
    }

    public long KeyOf(int member) => _chunks[_spots[member] >> Chunk.Bits].Score ^ turn;

    public int PlaceOf(int member)
    {
        var spot = _spots[member];
        ref readonly var chunk = ref _chunks[spot >> Chunk.Bits];
        var log = _logs[chunk.Score]!;
        return MembersBeforeScore(chunk.Score, log.Live) + log.LiveBefore(chunk.Position) + BitOperations.PopCount(chunk.Live & ((1UL << spot) - 1));
    }

    public int MembersBefore(long key) => HasLog(key) ? MembersBeforeScore((int)(key ^ turn), LiveAt((int)(key ^ turn))) : AllOrNone(key);

    public int MembersThrough(long key)
    {
        if (!HasLog(key))
            return AllOrNone(key);

        var score = (int)(key ^ turn);
        return MembersBeforeScore(score, 0) + (IsDescending ? 0 : LiveAt(score));
    }

    public int KeysBefore(long key)
    {
        if (!HasLog(key))
            return AllOrNone(key) == 0 ? 0 : _taken.Count;

        var score = (int)(key ^ turn);
        return IsDescending ? _taken.Count - _taken.CountBelow(score + 1) : _taken.CountBelow(score);
    }

    public void EnsureRoom() => Capacity.EnsureRoom(_usedChunks, _freeChunk != Chunk.None, mostChunks);

    public void Expect(int members) => _expected = members;

    public void Prefetch(ReadOnlySpan<int> members)
    {
        foreach (var member in members)
        {
            if ((uint)member < (uint)_spots.Length)
                CacheLine.Prefetch(ref _spots[member]);
        }

        foreach (var member in members)
        {
            if (Contains(member))
                CacheLine.Prefetch(ref _chunks[_spots[member] >> Chunk.Bits]);
        }
    }

    private bool HasLog(long key) => (ulong)(key ^ turn) <= MaxScore;

    /// <summary>How many members stand before those of a score that <paramref name="sharing"/> have.</summary>
    private int MembersBeforeScore(int score, int sharing) => IsDescending ? Count - _counts.Below(score) - sharing : _counts.Below(score);

    private int LiveAt(int score) => score < _logs.Length && _logs[score] is { } log ? log.Live : 0;

    /// <summary>Of a key for which there is no log: none stand before it, or all do.</summary>
    private int AllOrNone(long key)
    {
        // Keys of logs run from ~MaxScore to ~0 descending, from 0 to MaxScore ascending.
        var least = IsDescending ? ~(long)MaxScore : 0;
        return key < least ? 0 : Count;
    }

    private int Reach(long key)
    {
        var score = (int)(key ^ turn);
        if (score >= _logs.Length)
            Array.Resize(ref _logs, Math.Max(Math.Max(2 * _logs.Length, score + 1), FewestLogs));
        _counts.Reach(score);
        return score;
    }

    private void ReachMember(int member)
    {
        var known = _spots.Length;
        Array.Resize(ref _spots, Capacity.For(member + 1, known));
        _spots.AsSpan(known).Fill(Chunk.None);
    }
}
