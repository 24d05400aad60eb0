namespace CampaignKit.Tool.Boards;

/// <summary>Sorts numbers in a way that can be stopped.</summary>
internal static class NumberSort
{
    /// <exception cref="OperationCanceledException">The run is to stop.</exception>
    public static void Sort(Span<int> numbers, Comparison<int> compare, BoardProgress progress)
    {
        progress.Begin("Sorting", "comparisons", 0);
        try
        {
            numbers.Sort((left, right) =>
            {
                progress.Step();
                return compare(left, right);
            });
        }
        catch (InvalidOperationException failed) when (failed.InnerException is OperationCanceledException stopped)
        {
            // A sort wraps whatever its comparison throws.
            throw new OperationCanceledException(stopped.Message, stopped, stopped.CancellationToken);
        }
    }
}
