using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>One score for each id, and the row that decided it: its time, if rows have times, and its line.</summary>
internal sealed class ScoreTable(RepeatedScores repeated, ScoreOrder order)
{
    private readonly PagedList<long> _times = new();
    private readonly PagedList<long> _lines = new();

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
                var sum = (Int128)Scores[number] + score;
                if (sum < long.MinValue || sum > long.MaxValue)
                    return $"the scores of an id add up to a whole number of 64 bits; with the lines above this makes {sum}";
                Scores[number] = (long)sum;
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

    /// <summary>The numbers of the ids in the order in which they came to their scores: by time, then by line.</summary>
    public int[] ByArrival()
    {
        var numbers = new int[Scores.Count];
        for (var number = 0; number < numbers.Length; number++)
            numbers[number] = number;
        // Rows mostly come in this order already.
        var arrival = new Arrival(_times, _lines);
        for (var number = 1; number < numbers.Length; number++)
        {
            if (arrival.Compare(number - 1, number) <= 0)
                continue;

            numbers.AsSpan().Sort(arrival);
            break;
        }

        return numbers;
    }

    private readonly struct Arrival(PagedList<long> times, PagedList<long> lines) : IComparer<int>
    {
        public int Compare(int left, int right)
        {
            var byTime = times[left].CompareTo(times[right]);
            return byTime != 0 ? byTime : lines[left].CompareTo(lines[right]);
        }
    }
}
