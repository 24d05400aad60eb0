namespace CampaignKit.Grievances;

/// <summary>The keys of groups: texts kept once a dimension, and their codes group by group.</summary>
/// <param name="Values">The texts of each dimension.</param>
/// <param name="Codes">The codes of the first group in the order of dimensions, then those of the next.</param>
internal sealed record GroupKeys(string[][] Values, int[] Codes)
{
    public int Dimensions => Values.Length;

    public string this[int group, int dimension] => Values[dimension][Codes[(group * Dimensions) + dimension]];

    /// <summary>The keys of the groups with those numbers.</summary>
    public static GroupKeys Of(TextColumn[] columns, GroupCodes groups, int[] numbers)
    {
        var codes = new int[numbers.Length * columns.Length];
        for (var i = 0; i < numbers.Length; i++)
            groups.Decode(numbers[i], codes.AsSpan(i * columns.Length, columns.Length));
        return new GroupKeys(Array.ConvertAll(columns, c => c.Values), codes);
    }

    /// <summary>The key of a group on its own.</summary>
    public string[] ToArray(int group)
    {
        var key = new string[Dimensions];
        for (var i = 0; i < key.Length; i++)
            key[i] = this[group, i];
        return key;
    }
}
