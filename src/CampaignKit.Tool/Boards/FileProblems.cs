namespace CampaignKit.Tool.Boards;

/// <summary>What is wrong with a file, to be told at once: the first problems, and how many more.</summary>
internal sealed class FileProblems
{
    private const int Most = 20;

    private readonly List<string> _first = [];
    private long _count;

    /// <summary>A problem of a line as a whole.</summary>
    public void Add(long line, string value, string rule) => Add($"line {line}", value, rule);

    /// <summary>A problem of one column of a line.</summary>
    public void Add(long line, string column, string value, string rule) => Add($"line {line}, {column}", value, rule);

    /// <exception cref="BadInputException">There are problems.</exception>
    public void ThrowIfAny(string path, string kind)
    {
        if (_count > _first.Count)
            throw BadInputException.In(path, kind, [.. _first, FormattableString.Invariant($"and {_count - _first.Count:N0} more")]);
        if (_count > 0)
            throw BadInputException.In(path, kind, _first);
    }

    private void Add(string place, string value, string rule)
    {
        if (_count++ < Most)
            _first.Add($"{place}: {ShownText.Quoted(value)}: {rule}");
    }
}
