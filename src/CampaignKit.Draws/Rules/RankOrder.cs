namespace CampaignKit.Draws;

/// <summary>
/// Walks entries of a pool in the order of a value, as groups of equals, for as long as the caller asks. Only the expected number is
/// sorted; where skips make a caller ask for more, the next are looked for, four times as many.
/// </summary>
internal static class RankOrder
{
    private const int Growth = 4;

    /// <summary>The groups of <paramref name="entries"/>, or of all if null, by their values, the smallest or the highest first; each in the order given.</summary>
    internal static IEnumerable<ReadOnlyMemory<int>> Groups(ReadOnlyMemory<int>? entries, ReadOnlyMemory<long> values, bool highestFirst, int expected)
    {
        var ranking = new Ranking(entries, values, highestFirst);
        var given = 0;
        long? last = null;
        for (long room = Math.Max(expected, 1); given < ranking.Size; room *= Growth)
        {
            var behind = last;
            last = ranking.LastOf((int)Math.Min(room, ranking.Size - given), behind);
            foreach (var group in ranking.Between(behind, last.Value))
            {
                given += group.Length;
                yield return group;
            }
        }
    }

    /// <summary>The entries with their values turned so that the smallest comes first.</summary>
    private readonly struct Ranking(ReadOnlyMemory<int>? entries, ReadOnlyMemory<long> values, bool highestFirst)
    {
        // The complement turns the order round and, unlike the negative, exists for every 64-bit value.
        private readonly long _turn = highestFirst ? -1 : 0;

        internal int Size => entries?.Length ?? values.Length;

        /// <summary>The value at the place <paramref name="room"/> of those behind <paramref name="behind"/>.</summary>
        internal long LastOf(int room, long? behind)
        {
            var some = entries.GetValueOrDefault().Span;
            var all = entries is null;
            var plain = values.Span;
            var smallest = new long[(int)Math.Min(2L * room, Size)];
            var (count, limit) = (0, (long?)null);
            for (var i = 0; i < Size; i++)
            {
                var value = plain[all ? i : some[i]] ^ _turn;
                if (value >= limit || value <= behind)
                    continue;
                if (count == smallest.Length)
                {
                    Array.Sort(smallest);
                    count = room;
                    limit = smallest[room - 1];
                    if (value >= limit)
                        continue;
                }

                smallest[count++] = value;
            }

            Array.Sort(smallest, 0, count);
            return smallest[room - 1];
        }

        /// <summary>The groups behind one value up to another, which many may have: they need no sorting.</summary>
        internal List<ReadOnlyMemory<int>> Between(long? behind, long last)
        {
            var some = entries.GetValueOrDefault().Span;
            var all = entries is null;
            var plain = values.Span;
            var (keys, ranked, tied) = (new List<long>(), new List<int>(), new List<int>());
            for (var i = 0; i < Size; i++)
            {
                var entry = all ? i : some[i];
                var value = plain[entry] ^ _turn;
                if (value > last || value <= behind)
                    continue;
                if (value == last)
                {
                    tied.Add(entry);
                }
                else
                {
                    keys.Add(value);
                    ranked.Add(entry);
                }
            }

            return [.. Groups([.. keys], [.. ranked]), tied.ToArray()];
        }

        private static IEnumerable<ReadOnlyMemory<int>> Groups(long[] keys, int[] ranked)
        {
            Array.Sort(keys, ranked);
            for (var first = 0; first < ranked.Length;)
            {
                var end = first + 1;
                while (end < ranked.Length && keys[end] == keys[first])
                    end++;
                // Equal keys lose their order in sorting.
                Array.Sort(ranked, first, end - first);
                yield return ranked.AsMemory(first, end - first);
                first = end;
            }
        }
    }
}
