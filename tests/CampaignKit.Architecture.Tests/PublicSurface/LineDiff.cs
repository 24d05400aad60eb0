namespace CampaignKit.Architecture.Tests;

/// <summary>What changed between two texts, line by line, each change under the unindented line that it belongs to.</summary>
internal static class LineDiff
{
    public static IEnumerable<string> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var common = CommonLengths(before, after);
        string? heading = null;
        string? printed = null;
        int i = 0, j = 0;
        while (i < before.Count || j < after.Count)
        {
            if (i < before.Count && j < after.Count && before[i] == after[j])
            {
                heading = IsHeading(before[i]) ? before[i] : heading;
                i++;
                j++;
                continue;
            }

            var added = i == before.Count || (j < after.Count && common[i, j + 1] > common[i + 1, j]);
            var line = added ? after[j++] : before[i++];
            if (line.Length == 0)
                continue;
            if (IsHeading(line))
                heading = printed = line;
            else if (printed != heading)
                yield return $"  {printed = heading}";
            yield return $"{(added ? '+' : '-')} {line}";
        }
    }

    private static bool IsHeading(string line) => line.Length > 0 && line[0] != ' ';

    private static int[,] CommonLengths(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var lengths = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }
}
