namespace CampaignKit.Draws;

/// <summary>The order of numbers in a pool: by value, then by the digits as written, then by id.</summary>
internal static class NumberOrder
{
    internal static List<int> Of(EntrantLines numbers, Predicate<int> fits)
    {
        var fitting = new List<int>();
        for (var entry = 0; entry < numbers.Count; entry++)
        {
            if (fits(entry))
                fitting.Add(entry);
        }

        fitting.Sort((x, y) => Compare(numbers, x, y));
        return fitting;
    }

    private static int Compare(EntrantLines numbers, int x, int y)
    {
        var left = numbers.Value(x);
        var right = numbers.Value(y);
        var leftValue = left.TrimStart((byte)'0');
        var rightValue = right.TrimStart((byte)'0');
        var order = leftValue.Length.CompareTo(rightValue.Length);
        if (order == 0)
            order = leftValue.SequenceCompareTo(rightValue);
        if (order == 0)
            order = left.SequenceCompareTo(right);
        return order != 0 ? order : x.CompareTo(y);
    }
}
