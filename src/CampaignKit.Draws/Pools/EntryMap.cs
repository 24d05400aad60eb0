namespace CampaignKit.Draws;

/// <summary>
/// What each entry of a pool belongs to: the person who holds it, such as the author of a message, or its stratum, such as a team.
/// Published apart from the pool, as lines <c>id ‖ TAB ‖ name</c> with a digest of its own. It names every id of its pool and no other.
/// Immutable, safe from any thread.
/// </summary>
public sealed class EntryMap
{
    private readonly Lazy<int[]> _byName;

    private EntryMap(EntrantLines lines)
    {
        Lines = lines;
        _byName = new Lazy<int[]>(ByName);
    }

    /// <summary>SHA-256 of the lines in byte order, each ended by a line feed.</summary>
    public Digest Digest => Lines.Digest;

    /// <summary>The number of entries, which is that of the pool.</summary>
    public int Size => Lines.Count;

    // Lines name exactly the pool's ids, in the same order, so an entry has the same place in both.
    internal EntrantLines Lines { get; }

    internal static EntryMap Read(IEnumerable<KeyValuePair<string, string>> names, LineShape shape, EntrantLines entrants)
    {
        var lines = new EntrantLinesBuilder(shape, "entry");
        foreach (var (id, name) in Guard.Against.Null(names))
            lines.Add(id, Guard.Against.Null(name, nameof(names)));
        return Of(lines.Build(), shape, entrants);
    }

    /// <exception cref="PoolFormatException">An id of <paramref name="entrants"/> has no line, or a line is of another id.</exception>
    internal static EntryMap Of(EntrantLines lines, LineShape shape, EntrantLines entrants)
    {
        // Both are in byte order, in which one walk meets all that differ; positions are places in it.
        var problems = new PoolProblems();
        for (var (entrant, line) = (0, 0); entrant < entrants.Count || line < lines.Count;)
        {
            var order = entrant == entrants.Count ? 1
                : line == lines.Count ? -1
                : entrants.Id(entrant).SequenceCompareTo(lines.Id(line));
            if (order > 0)
                problems.Add(shape.Name, line + 1, EntrantText.Show(lines.Id(line)), $"a {shape.Name} belongs to an id of the pool");
            if (order < 0)
                problems.Add("entrant", entrant + 1, EntrantText.Show(entrants.Id(entrant)), $"every id of the pool has a {shape.Name}");
            if (order >= 0)
                line++;
            if (order <= 0)
                entrant++;
        }

        problems.ThrowIfAny();
        return new EntryMap(lines);
    }

    internal string NameOf(int entry) => Lines.ValueText(entry);

    /// <summary>The entries of each name, in their order; names in the order of their bytes.</summary>
    internal IEnumerable<ReadOnlyMemory<int>> Groups()
    {
        var order = _byName.Value;
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && Lines.Value(order[end]).SequenceEqual(Lines.Value(order[first])))
                end++;
            yield return order.AsMemory(first, end - first);
            first = end;
        }
    }

    private int[] ByName()
    {
        var names = new TextSlice[Size];
        for (var entry = 0; entry < names.Length; entry++)
            names[entry] = new TextSlice(Lines.Ids[entry].End + 1, Lines.Value(entry).Length);
        return ByteOrder.Of(Lines.Text, names) ?? [.. Enumerable.Range(0, Size)];
    }
}
