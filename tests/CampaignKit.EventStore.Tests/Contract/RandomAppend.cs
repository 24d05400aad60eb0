namespace CampaignKit.EventStore.Tests;

/// <summary>Turns a number into an append with few ids, streams and versions, so that duplicates, mismatches and conflicts all come up.</summary>
internal static class RandomAppend
{
    public static Append From(int number)
    {
        var rest = (uint)number;
        var id = AppendId.Of("id " + Take(12));
        var first = Take(3);
        var count = 1 + Take(3);
        return new Append(id, [.. Enumerable.Range(0, count).Select(i => Part("stream " + ((first + i) % 3)))]);

        StreamAppend Part(string stream)
        {
            var expected = Take(4) switch
            {
                0 => ExpectedVersion.None,
                1 => ExpectedVersion.At(Take(4)),
                _ => ExpectedVersion.Any,
            };
            return new StreamAppend(stream, expected, [.. Enumerable.Range(0, 1 + Take(2)).Select(i => new NewEvent("type " + i, new byte[i]))]);
        }

        int Take(uint choices)
        {
            var choice = rest % choices;
            rest /= choices;
            return (int)choice;
        }
    }
}
