namespace CampaignKit.Grievances;

/// <summary>
/// The counts of a table as a circulation through the network of its <see cref="TableShape"/>, each within limits. Since the matrix of a
/// network is totally unimodular, the least and the most of each cell over all tables that fit are whole numbers, found as maximum flows.
/// </summary>
/// <remarks>
/// From any table that fits, a cell can grow by as much as can flow back from its end to its start along the other cells. J. P. Kelly,
/// B. L. Golden, A. A. Assad, Cell Suppression: Disclosure Protection for Sensitive Tabular Data, Networks 22 (1992), 397-417; flows by
/// J. Edmonds, R. M. Karp, Journal of the ACM 19 (1972), 248-264.
/// </remarks>
internal sealed class CellNetwork
{
    /// <summary>No upper limit.</summary>
    public const long Unbounded = long.MaxValue;

    private readonly (int From, int To)[] _arcs;
    private readonly int[][] _cellsAt;
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly long[] _counts;

    /// <summary>A network whose counts stand at <paramref name="counts"/>, which need not add up before <see cref="TryBalance"/>.</summary>
    public CellNetwork(TableShape shape, IEnumerable<long> counts, IEnumerable<long> low, IEnumerable<long> high)
    {
        _arcs = [.. Enumerable.Range(0, shape.Size).Select(shape.ArcOf)];
        var cellsAt = Enumerable.Range(0, shape.Nodes).Select(_ => new List<int>()).ToArray();
        for (var cell = 0; cell < _arcs.Length; cell++)
        {
            cellsAt[_arcs[cell].From].Add(cell);
            cellsAt[_arcs[cell].To].Add(cell);
        }

        _cellsAt = [.. cellsAt.Select(c => c.ToArray())];
        _counts = [.. counts];
        _low = [.. low];
        _high = [.. high];
    }

    public IReadOnlyList<long> Counts => _counts;

    public void Limit(int cell, long low, long high) => (_low[cell], _high[cell]) = (low, high);

    /// <summary>Moves the counts, within their limits, until parts add up to totals; false if no table fits.</summary>
    public bool TryBalance()
    {
        var excess = new long[_cellsAt.Length];
        for (var cell = 0; cell < _arcs.Length; cell++)
        {
            excess[_arcs[cell].To] += _counts[cell];
            excess[_arcs[cell].From] -= _counts[cell];
        }

        while (Array.FindIndex(excess, e => e > 0) is var from and >= 0)
        {
            var steps = Steps(_counts, from, without: -1);
            var to = Enumerable.Range(0, excess.Length).FirstOrDefault(n => excess[n] < 0 && steps[n] is not null, -1);
            if (to < 0)
                return false;
            var amount = Math.Min(Math.Min(excess[from], -excess[to]), Bottleneck(_counts, steps, from, to));
            Push(_counts, steps, from, to, amount);
            excess[from] -= amount;
            excess[to] += amount;
        }

        return true;
    }

    /// <summary>The least and the most of a cell over all tables that fit.</summary>
    public CellInterval IntervalOf(int cell)
    {
        var up = Room(cell, growing: true).Amount;
        var down = Room(cell, growing: false).Amount;
        return new CellInterval(_counts[cell] - down, up == Unbounded ? null : _counts[cell] + up);
    }

    /// <summary>By how much a cell can grow or shrink, and the counts when it has, which show what holds it back.</summary>
    public (long Amount, long[] Counts) Room(int cell, bool growing)
    {
        var counts = (long[])_counts.Clone();
        var (from, to) = growing ? (_arcs[cell].To, _arcs[cell].From) : _arcs[cell];
        var limit = growing ? Above(counts, cell) : Below(counts, cell);
        var amount = 0L;
        while (amount < limit)
        {
            var steps = Steps(counts, from, without: cell);
            if (steps[to] is null)
                break;
            var more = Math.Min(limit == Unbounded ? Unbounded : limit - amount, Bottleneck(counts, steps, from, to));
            if (more == Unbounded)
                return (Unbounded, counts);
            Push(counts, steps, from, to, more);
            amount += more;
        }

        return (amount, counts);
    }

    /// <summary>
    /// The cells of the way of least loss by which a cell could move further, or null if there is none. Cells that have room cost nothing;
    /// <paramref name="lossOf"/> says what it costs to move another one up or down, null if it must stay.
    /// </summary>
    public (Loss Loss, IReadOnlyList<int> Cells)? CheapestWay(long[] counts, int cell, bool growing, Func<int, bool, Loss?> lossOf)
    {
        var (from, to) = growing ? (_arcs[cell].To, _arcs[cell].From) : _arcs[cell];
        var steps = new int?[_cellsAt.Length];
        var losses = new Loss?[_cellsAt.Length];
        var done = new bool[_cellsAt.Length];
        losses[from] = default(Loss);
        var queue = new PriorityQueue<int, (Loss, int)>([(from, (default, from))]);
        while (queue.TryDequeue(out var node, out _))
        {
            if (done[node])
                continue;
            done[node] = true;
            foreach (var next in _cellsAt[node])
            {
                var forward = _arcs[next].From == node;
                var end = forward ? _arcs[next].To : _arcs[next].From;
                if (next == cell || done[end])
                    continue;
                var loss = (forward ? Above(counts, next) : Below(counts, next)) > 0 ? default(Loss) : lossOf(next, forward);
                if (loss is not { } more || (losses[end] is { } known && known.CompareTo(losses[node]!.Value + more) <= 0))
                    continue;
                losses[end] = losses[node]!.Value + more;
                steps[end] = next;
                queue.Enqueue(end, (losses[end]!.Value, end));
            }
        }

        return losses[to] is { } total ? (total, [.. Way(steps, from, to).Select(s => s.Cell)]) : null;
    }

    /// <summary>
    /// The cells that hold a cell back when it has moved as far as it can, and whether they would have to grow: it moves no further
    /// unless one of them does. None if its own limit holds it back.
    /// </summary>
    public IReadOnlyList<(int Cell, bool Grows)> Barrier(long[] counts, int cell, bool growing)
    {
        var (from, to) = growing ? (_arcs[cell].To, _arcs[cell].From) : _arcs[cell];
        var reached = Array.ConvertAll(Steps(counts, from, without: cell), s => s is not null);
        reached[from] = true;
        return reached[to] ? [] :
        [
            .. Enumerable.Range(0, _arcs.Length)
                .Where(c => c != cell && reached[_arcs[c].From] != reached[_arcs[c].To])
                .Select(c => (c, reached[_arcs[c].From])),
        ];
    }

    private long Above(long[] counts, int cell) => _high[cell] == Unbounded ? Unbounded : _high[cell] - counts[cell];

    private long Below(long[] counts, int cell) => counts[cell] - _low[cell];

    /// <summary>For each node the cell by which a shortest way from a node enters it; null where there is no way.</summary>
    private int?[] Steps(long[] counts, int from, int without)
    {
        var steps = new int?[_cellsAt.Length];
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var cell in _cellsAt[node])
            {
                var forward = _arcs[cell].From == node;
                var next = forward ? _arcs[cell].To : _arcs[cell].From;
                if (cell == without || next == from || steps[next] is not null || (forward ? Above(counts, cell) : Below(counts, cell)) <= 0)
                    continue;
                steps[next] = cell;
                queue.Enqueue(next);
            }
        }

        return steps;
    }

    private long Bottleneck(long[] counts, int?[] steps, int from, int to)
    {
        var least = Unbounded;
        foreach (var (cell, forward) in Way(steps, from, to))
            least = Math.Min(least, forward ? Above(counts, cell) : Below(counts, cell));
        return least;
    }

    private void Push(long[] counts, int?[] steps, int from, int to, long amount)
    {
        foreach (var (cell, forward) in Way(steps, from, to))
            counts[cell] += forward ? amount : -amount;
    }

    /// <summary>The cells of a way, from its end.</summary>
    private IEnumerable<(int Cell, bool Forward)> Way(int?[] steps, int from, int to)
    {
        for (var node = to; node != from;)
        {
            var cell = steps[node]!.Value;
            var forward = _arcs[cell].To == node;
            yield return (cell, forward);
            node = forward ? _arcs[cell].From : _arcs[cell].To;
        }
    }
}
