namespace CampaignKit.Grievances;

/// <summary>
/// Finds cells to hide beside those asked for, of small loss, until each hidden cell can be as many values as asked. Hiding more never makes a
/// cell easier to work out, so a cell found protected stays so while others are added.
/// </summary>
internal sealed class ComplementarySearch
{
    /// <summary>How many cells are looked at, in all flows together, to improve what the heuristic found; enough for tables of some dozen cells.</summary>
    private const int Effort = 200_000;

    private readonly CountTable _table;
    private readonly Func<int, PublishedCell?> _hiddenAs;
    private readonly long _width;
    private readonly long _reach;
    private readonly int _asked;
    private readonly CellNetwork _network;
    private readonly List<int> _hidden = [];
    private readonly bool[] _isHidden;
    private readonly bool[] _stays;
    private int _checksLeft;
    private Loss _leastLoss;
    private int[] _best = [];

    /// <param name="table">The true counts.</param>
    /// <param name="asked">The cells to hide in any case.</param>
    /// <param name="hiddenAs">What is told of a cell that is hidden; null if it may not be.</param>
    /// <param name="width">How far apart the least and the most of a hidden cell must be.</param>
    /// <param name="reach">What the most of a hidden cell must at least be.</param>
    public ComplementarySearch(CountTable table, IReadOnlyCollection<int> asked, Func<int, PublishedCell?> hiddenAs, long width, long reach)
    {
        _table = table;
        _hiddenAs = hiddenAs;
        _width = width;
        _reach = reach;
        _asked = asked.Count;
        _network = new CellNetwork(table.Shape, table.Counts, table.Counts, table.Counts);
        _isHidden = new bool[table.Shape.Size];
        _stays = new bool[table.Shape.Size];
        _checksLeft = Effort / table.Shape.Size;
        foreach (var cell in asked)
            Hide(cell);
    }

    /// <summary>The cells to hide beside those asked for; null if no choice protects them all.</summary>
    public IReadOnlyList<int>? Find()
    {
        if (!TryHideEnough())
            return null;

        ShowWhatIsNotNeeded();
        _best = [.. _hidden.Skip(_asked)];
        _leastLoss = _best.Aggregate(default(Loss), (sum, cell) => sum + LossOf(cell));
        foreach (var cell in _best)
            Show(cell);
        Improve(from: 0, default);
        return _best;
    }

    /// <summary>For each hidden cell in turn, also the new ones, hides the cheapest way by which it can be more values.</summary>
    private bool TryHideEnough()
    {
        for (var i = 0; i < _hidden.Count; i++)
        {
            while (ShortageOf(_hidden[i]) is { } shortage)
            {
                var ways = shortage.Select(s => _network.CheapestWay(s.Counts, _hidden[i], s.Growing, LossOfMoving)).OfType<(Loss Loss, IReadOnlyList<int> Cells)>();

                // A way that costs nothing is open already: the cell's own limits hold it back, which hiding others does not change.
                var cheapest = ways.Where(w => w.Loss.Cells > 0).OrderBy(w => w.Loss).FirstOrDefault().Cells;
                if (cheapest is null)
                    return false;
                foreach (var cell in cheapest.Where(c => !_isHidden[c]).ToArray())
                    Hide(cell);
            }
        }

        return true;
    }

    /// <summary>Shows complementary cells again that protect nothing, those of the greatest loss first.</summary>
    private void ShowWhatIsNotNeeded()
    {
        foreach (var cell in _hidden.Skip(_asked).OrderByDescending(LossOf).ToArray())
        {
            Show(cell);
            if (!_hidden.TrueForAll(c => _checksLeft-- > 0 && ShortageOf(c) is null))
                Hide(cell);
        }
    }

    /// <summary>
    /// Branches over the cells of which one must be hidden for the first cell that is not protected, and bounds by the least loss found.
    /// </summary>
    private void Improve(int from, Loss loss)
    {
        IReadOnlyList<(long[] Counts, bool Growing)>? shortage = null;
        while (from < _hidden.Count && _checksLeft-- > 0 && (shortage = ShortageOf(_hidden[from])) is null)
            from++;
        if (from == _hidden.Count && loss.CompareTo(_leastLoss) < 0)
            (_best, _leastLoss) = ([.. _hidden.Skip(_asked)], loss);
        if (shortage is null)
            return;

        int[] helpful =
        [
            .. shortage.SelectMany(s => _network.Barrier(s.Counts, _hidden[from], s.Growing))
                .Where(b => !_stays[b.Cell] && LossOfMoving(b.Cell, b.Grows) is not null)
                .Select(b => b.Cell).Distinct().OrderBy(LossOf).ThenBy(c => c),
        ];
        var tried = new List<int>();
        foreach (var cell in helpful)
        {
            if (_checksLeft <= 0 || (loss + LossOf(cell)).CompareTo(_leastLoss) >= 0)
                break;
            Hide(cell);
            Improve(from, loss + LossOf(cell));
            Show(cell);
            _stays[cell] = true;
            tried.Add(cell);
        }

        foreach (var cell in tried)
            _stays[cell] = false;
    }

    /// <summary>The directions in which a hidden cell must move further, with the counts when it has moved as far as it can; null if none.</summary>
    private IReadOnlyList<(long[] Counts, bool Growing)>? ShortageOf(int cell)
    {
        var (up, highest) = _network.Room(cell, growing: true);
        if (up == CellNetwork.Unbounded)
            return null;
        if (_table.Counts[cell] + up < _reach)
            return [(highest, true)];
        var (down, lowest) = _network.Room(cell, growing: false);
        return up + down >= _width ? null : [(highest, true), (lowest, false)];
    }

    private Loss LossOf(int cell) => new(_table.Shape.IsTotal(cell) ? 1 : 0, _table.Counts[cell], 1);

    /// <summary>What it costs that a shown cell may grow or shrink; null if it is hidden already, may not be, or could not move so if it were.</summary>
    private Loss? LossOfMoving(int cell, bool grows) =>
        !_isHidden[cell] && _hiddenAs(cell) is { } limits && (grows ? !(limits.AtMost <= _table.Counts[cell]) : limits.AtLeast < _table.Counts[cell])
            ? LossOf(cell)
            : null;

    private void Hide(int cell)
    {
        var limits = _hiddenAs(cell)!.Value;
        _network.Limit(cell, limits.AtLeast, limits.AtMost ?? CellNetwork.Unbounded);
        _isHidden[cell] = true;
        _hidden.Add(cell);
    }

    private void Show(int cell)
    {
        _network.Limit(cell, _table.Counts[cell], _table.Counts[cell]);
        _isHidden[cell] = false;
        _hidden.Remove(cell);
    }
}
