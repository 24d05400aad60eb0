namespace CampaignKit.Grievances;

/// <summary>Collects a <see cref="SparseColumn{T}"/>, row by row.</summary>
/// <param name="nothing">What a row has that says nothing.</param>
internal sealed class SparseRows<T>(T nothing)
{
    private readonly List<T> _values = [];

    /// <summary>Sets a row after all that were set.</summary>
    public void Set(int row, T value)
    {
        if (EqualityComparer<T>.Default.Equals(value, nothing))
            return;
        while (_values.Count < row)
            _values.Add(nothing);
        _values.Add(value);
    }

    public SparseColumn<T> ToColumn() => new([.. _values], nothing);
}
