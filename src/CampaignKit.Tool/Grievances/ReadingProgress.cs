namespace CampaignKit.Tool.Grievances;

/// <summary>How many rows were read so far: drawn over itself on a terminal, if there is one.</summary>
/// <param name="screen">The terminal; null if there is none.</param>
internal sealed class ReadingProgress(TextWriter? screen) : IProgress<long>, IDisposable
{
    private int _drawn;

    public void Report(long value)
    {
        if (screen is null)
            return;

        var text = FormattableString.Invariant($"reading {value:N0} rows");
        screen.Write($"\r{text.PadRight(_drawn)}");
        _drawn = text.Length;
    }

    /// <summary>Takes the line off the terminal.</summary>
    public void Dispose()
    {
        if (_drawn > 0)
            screen?.Write($"\r{new string(' ', _drawn)}\r");
        _drawn = 0;
    }
}
