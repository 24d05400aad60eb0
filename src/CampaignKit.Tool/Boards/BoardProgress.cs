namespace CampaignKit.Tool.Boards;

/// <summary>
/// How far a long run is: a bar drawn over itself on a terminal, if there is one, every few ten thousand steps. Here is also where a run notices
/// that it is to stop.
/// </summary>
/// <param name="screen">The terminal; null if there is none.</param>
/// <param name="stop">Tells to stop.</param>
internal sealed class BoardProgress(TextWriter? screen, CancellationToken stop) : IDisposable
{
    public const int StepsADrawing = 1 << 16;

    private const int BarWidth = 30;

    private string _doing = "";
    private string _noun = "";
    private Stream? _file;
    private long _of;
    private long _steps;
    private int _drawn;

    /// <summary>A phase whose end is that of a file; its share is shown if the file has a length.</summary>
    public void Begin(string doing, string noun, Stream file)
    {
        Begin(doing, noun, file.CanSeek ? file.Length : 0);
        _file = file.CanSeek ? file : null;
    }

    /// <summary>A phase of so many steps; its share is not shown if that is 0.</summary>
    public void Begin(string doing, string noun, long of) => (_doing, _noun, _file, _of, _steps) = (doing, noun, null, of, 0);

    /// <exception cref="OperationCanceledException">The run is to stop.</exception>
    public void Step()
    {
        if (++_steps % StepsADrawing != 0)
            return;

        stop.ThrowIfCancellationRequested();
        if (screen is not null)
            Draw(screen);
    }

    /// <summary>Takes the bar off the terminal.</summary>
    public void Dispose()
    {
        if (_drawn > 0)
            screen?.Write($"\r{new string(' ', _drawn)}\r");
        _drawn = 0;
    }

    private void Draw(TextWriter terminal)
    {
        var share = _of > 0 ? Math.Min(1, (double)(_file?.Position ?? _steps) / _of) : (double?)null;
        var filled = (int)((share ?? 0) * BarWidth);
        var bar = share is null ? "" : FormattableString.Invariant($"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {(int)(100 * share.Value),3} % ");
        var text = FormattableString.Invariant($"{_doing} {bar}{_steps:N0} {_noun}");
        terminal.Write($"\r{text.PadRight(_drawn)}");
        _drawn = Math.Max(_drawn, text.Length);
    }
}
