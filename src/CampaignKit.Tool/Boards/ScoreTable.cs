using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>One score for each id, and the row that decided it: its time, if rows have times, and its line.</summary>
internal sealed class ScoreTable(RepeatedScores repeated, ScoreOrder order)
{
    private readonly PagedList<long> _times = new();
    private readonly PagedList<long> _lines = new();

    // How often a sum has left 64 bits upwards, less how often downwards; its score holds the rest.
    private readonly Dictionary<int, long> _carries = [];

    public Utf8IdTable Ids { get; } = new();

    /// <summary>The scores by the numbers of the ids.</summary>
    public PagedList<long> Scores { get; } = new();

    public long LineOf(int number) => _lines[number];

    /// <summary>Takes a row in.</summary>
    /// <returns>The rule that it breaks; null if it is taken.</returns>
    public string? Put(ReadOnlySpan<byte> id, long score, long time, long line)
    {
        var number = Ids.Add(id);
        if (number == Scores.Count)
        {
            Scores.Add(score);
            _times.Add(time);
            _lines.Add(line);
            return null;
        }

        switch (repeated)
        {
            case RepeatedScores.Sum:
                var sum = unchecked(Scores[number] + score);
                if (sum < Scores[number] != score < 0)
                    _carries[number] = _carries.GetValueOrDefault(number) + Math.Sign(score);
                Scores[number] = sum;
                if (time >= _times[number])
                    (_times[number], _lines[number]) = (time, line);
                return null;

            case RepeatedScores.Best:
                var isBetter = order == ScoreOrder.Descending ? score > Scores[number] : score < Scores[number];
                if (isBetter || (score == Scores[number] && time < _times[number]))
                    (Scores[number], _times[number], _lines[number]) = (score, time, line);
                return null;

            case RepeatedScores.Latest:
                if (time >= _times[number])
                    (Scores[number], _times[number], _lines[number]) = (score, time, line);
                return null;

            default:
                return FormattableString.Invariant($"an id stands once, and it stands on line {_lines[number]} already; --repeated sum, best or latest takes several");
        }
    }

    /// <summary>The ids whose scores add up to more or less than 64 bits hold, by their lines, and the exact sums.</summary>
    public IEnumerable<(int Number, Int128 Sum)> SumsBeyondRange() => _carries
        .Where(carry => carry.Value != 0)
        .Select(carry => (carry.Key, ((Int128)carry.Value << 64) + Scores[carry.Key]))
        .OrderBy(sum => _lines[sum.Key]);

    /// <summary>The numbers of the ids in the order in which they came to their scores: by time, then by line.</summary>
    public int[] ByArrival(BoardProgress progress)
    {
        var numbers = new int[Scores.Count];
        for (var number = 0; number < numbers.Length; number++)
            numbers[number] = number;
        // Rows mostly come in this order already.
        for (var number = 1; number < numbers.Length; number++)
        {
            if (Compare(number - 1, number) <= 0)
                continue;

            NumberSort.Sort(numbers, Compare, progress);
            break;
        }

        return numbers;

        int Compare(int left, int right)
        {
            var byTime = _times[left].CompareTo(_times[right]);
            return byTime != 0 ? byTime : _lines[left].CompareTo(_lines[right]);
        }
    }
}
