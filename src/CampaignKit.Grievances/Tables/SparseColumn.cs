namespace CampaignKit.Grievances;

/// <summary>A column of what few files say: it reaches to the last row that has something in it, and costs nothing if none has.</summary>
/// <param name="Values">What the rows have, up to that one.</param>
/// <param name="Nothing">What the others have.</param>
internal sealed record SparseColumn<T>(T[] Values, T Nothing)
{
    public T this[int row] => row < Values.Length ? Values[row] : Nothing;
}
