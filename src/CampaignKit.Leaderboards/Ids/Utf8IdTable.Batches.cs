using System.Runtime.CompilerServices;

namespace CampaignKit.Leaderboards;

public sealed partial class Utf8IdTable
{
    private const int BlockIds = 32;
    private const int BlockBytes = 2048;

    /// <summary>Finds the numbers of many ids, in less time than one by one: the waits for memory overlap.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="numbers">Receives the number of each in the same order; -1 for one that has none.</param>
    /// <exception cref="ArgumentNullException">An id is null; numbers of ids before it may have been filled in.</exception>
    /// <exception cref="ArgumentException">There is not room for as many numbers as there are ids.</exception>
    [SkipLocalsInit]
    public void Find(ReadOnlySpan<string> ids, Span<int> numbers)
    {
        EnsureRoom(ids.Length, numbers);
        var block = new TextBlock(stackalloc TextCell[BlockIds], stackalloc byte[BlockBytes]);
        for (var start = 0; start < ids.Length; start += block.Count)
        {
            block.Clear();
            foreach (var id in ids[start..])
            {
                if (!block.TryAdd(Guard.Against.Null(id, nameof(ids))))
                    break;
            }

            Find(in block, numbers[start..]);
        }
    }

    /// <summary>Finds the numbers of many ids, in less time than one by one: the waits for memory overlap.</summary>
    /// <param name="utf8Ids">The ids as UTF-8.</param>
    /// <param name="numbers">Receives the number of each in the same order; -1 for one that has none.</param>
    /// <exception cref="ArgumentException">
    /// An id is not valid UTF-8, and numbers of ids before it may have been filled in; or there is not room for as many numbers as there are ids.
    /// </exception>
    [SkipLocalsInit]
    public void Find(ReadOnlySpan<ReadOnlyMemory<byte>> utf8Ids, Span<int> numbers)
    {
        EnsureRoom(utf8Ids.Length, numbers);
        var block = new TextBlock(stackalloc TextCell[BlockIds], stackalloc byte[BlockBytes]);
        for (var start = 0; start < utf8Ids.Length; start += block.Count)
        {
            block.Clear();
            foreach (var id in utf8Ids[start..])
            {
                if (!block.TryAdd(Valid(id.Span, nameof(utf8Ids))))
                    break;
            }

            Find(in block, numbers[start..]);
        }
    }

    private static void EnsureRoom(int ids, Span<int> numbers)
    {
        if (numbers.Length < ids)
            throw new ArgumentException($"{nameof(numbers)} has room for the numbers of {numbers.Length} of {ids} ids.", nameof(numbers));
    }

    [SkipLocalsInit]
    private void Find(in TextBlock block, Span<int> numbers)
    {
        Span<uint> tags = stackalloc uint[BlockIds];
        for (var index = 0; index < block.Count; index++)
        {
            tags[index] = TagOf(block[index]);
            _slots.Prefetch(tags[index]);
        }

        for (var index = 0; index < block.Count; index++)
        {
            numbers[index] = _slots.FirstWith(tags[index]);
            if (numbers[index] != Unknown)
                _texts.Prefetch(numbers[index]);
        }

        for (var index = 0; index < block.Count; index++)
        {
            if (numbers[index] != Unknown && block.IsLong(index))
                _texts.PrefetchLong(numbers[index]);
        }

        for (var index = 0; index < block.Count; index++)
        {
            if (numbers[index] != Unknown && !_texts.Holds(numbers[index], block[index]))
                numbers[index] = Find(block[index], tags[index]);
        }
    }
}
