namespace CampaignKit;

/// <summary>What somebody probably meant by a word that is not known.</summary>
internal static class Spelling
{
    private const int MostListed = 16;
    private const int LongestCompared = 64;

    /// <summary>The end of a sentence about an unknown word: the likely one if it is a typo, and the known ones.</summary>
    public static string Hint(string word, IReadOnlyCollection<string> known)
    {
        var likely = known.Select(k => (Word: k, Distance: Distance(word, k))).Where(k => IsTypo(k.Distance, k.Word)).OrderBy(k => k.Distance).FirstOrDefault().Word;
        var list = string.Join(", ", known.Take(MostListed)) + (known.Count > MostListed ? ", …" : "");
        return (likely, known.Count) switch
        {
            (_, 0) => "there are none",
            (null, _) => $"known: {list}",
            _ => $"did you mean \"{likely}\"? Known: {list}",
        };
    }

    private static bool IsTypo(int distance, string known) => distance <= Math.Max(1, known.Length / 3);

    /// <summary>Insertions, deletions, replacements and swaps of neighbours, upper and lower case being the same (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > LongestCompared)
            return int.MaxValue;

        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
                cost[i, j] = i == 0 || j == 0 ? i + j : Cheapest(i, j);
        }

        return cost[a.Length, b.Length];

        int Cheapest(int i, int j)
        {
            var replaced = cost[i - 1, j - 1] + (Same(i - 1, j - 1) ? 0 : 1);
            var least = Math.Min(replaced, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            return i > 1 && j > 1 && Same(i - 1, j - 2) && Same(i - 2, j - 1) ? Math.Min(least, cost[i - 2, j - 2] + 1) : least;
        }

        bool Same(int i, int j) => char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]);
    }
}
