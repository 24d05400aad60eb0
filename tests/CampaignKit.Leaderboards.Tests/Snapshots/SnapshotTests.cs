namespace CampaignKit.Leaderboards.Tests;

public class SnapshotTests
{
    private static readonly LeaderboardOptions Everything = new()
    {
        Ties = TieOrder.BySecondScore,
        LeavesZeroUnranked = true,
        KeepsRevisions = true,
    };

    [Fact]
    public void Restore_AfterSave_WorksOnWithTiesRevisionsAndWhatIsHidden()
    {
        var board = new Leaderboard<string>(Everything);
        board.Set("ann", 5, 1, WriteIf.Newer(7));
        board.Set("ben", 5, 1);
        board.Set("zero", 0, 3);
        board.Set("hidden", long.MinValue, long.MaxValue);
        board.Hide("hidden");

        var restored = new Leaderboard<string>(Everything);
        restored.Restore(new MemoryStream(Saved(board)), SnapshotKeys.Texts);

        Assert.Equal(board, restored);
        Assert.Equal(WriteOutcome.Stale, restored.Set("ann", 9, 9, WriteIf.Newer(7)).Outcome);
        Assert.Equal(["hidden"], restored.Hidden());
        Assert.Equal(0, restored.ScoreOf("zero"));
        Assert.True(restored.Show("hidden"));
        Assert.Equal(new Standing<string>(3, long.MinValue, "hidden") { Second = long.MaxValue }, restored["hidden"]);
        restored.Set("cat", 5, 1);
        Assert.Equal(["ann", "ben", "cat", "hidden"], restored.Select(standing => standing.Id));
    }

    [Fact]
    public void Restore_WithAnyBitFlipped_IsRefusedAndChangesNothing()
    {
        var saved = Saved(Small());
        var board = new Leaderboard<string>();
        board.Increment("kept");

        for (var bit = 0; bit < 8 * saved.Length; bit++)
        {
            var flipped = saved.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            var error = Assert.Throws<InvalidDataException>(() => board.Restore(new MemoryStream(flipped), SnapshotKeys.Texts));
            Assert.Contains("snapshot", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["kept"], board.Select(standing => standing.Id));
    }

    [Fact]
    public void Restore_CutOffAnywhere_IsRefused()
    {
        var saved = Saved(Small());

        for (var length = 0; length < saved.Length; length++)
        {
            var error = Assert.Throws<InvalidDataException>(
                () => new Leaderboard<string>().Restore(new MemoryStream(saved, 0, length), SnapshotKeys.Texts));
            Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Restore_WithABlockLeftOutOrTwice_IsRefused()
    {
        var board = new Leaderboard<int>();
        board.Load(Enumerable.Range(0, 100_000).Select(id => (id, (long)id)));
        using var stream = new MemoryStream();
        board.Save(stream, SnapshotKeys.Ints);
        var saved = stream.ToArray();
        const int Head = 5;
        var first = Head + sizeof(int) + BitConverter.ToInt32(saved, Head) + 32;
        Assert.True(first < saved.Length - 1000, "There is more than one block.");

        byte[] without = [.. saved[..Head], .. saved[first..]];
        byte[] twice = [.. saved[..first], .. saved[Head..]];

        Assert.Contains("block 1", Refusal(without), StringComparison.Ordinal);
        Assert.Contains("block 2", Refusal(twice), StringComparison.Ordinal);

        static string Refusal(byte[] bytes) =>
            Assert.Throws<InvalidDataException>(() => new Leaderboard<int>().Restore(new MemoryStream(bytes), SnapshotKeys.Ints)).Message;
    }

    [Fact]
    public void Restore_OfAnotherVersion_NamesBoth()
    {
        var saved = Saved(Small());
        saved[4] = 9;

        var error = Assert.Throws<InvalidDataException>(() => new Leaderboard<string>().Restore(new MemoryStream(saved), SnapshotKeys.Texts));

        Assert.Equal("The snapshot is of version 9; this reads version 1.", error.Message);
    }

    [Fact]
    public void Restore_IntoABoardOfOtherOptions_NamesEachDifference()
    {
        var other = new Leaderboard<string>(new LeaderboardOptions { Order = ScoreOrder.Ascending, Ties = TieOrder.ById });

        var error = Assert.Throws<InvalidDataException>(() => other.Restore(new MemoryStream(Saved(Small())), SnapshotKeys.Texts));

        Assert.Contains("Order is Descending there and Ascending here; Ties is EarliestFirst there and ById here.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_WithAnotherFormOfIds_NamesIt()
    {
        var error = Assert.Throws<InvalidDataException>(() => new Leaderboard<int>().Restore(new MemoryStream(Saved(Small())), SnapshotKeys.Ints));

        Assert.Contains("the form of the ids is text there and int32 here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_OfEveryKindOfId_GivesTheSameBack()
    {
        AssertRoundTrip(SnapshotKeys.Ints, [0, -1, 1, int.MinValue, int.MaxValue]);
        AssertRoundTrip(SnapshotKeys.Longs, [0L, -1L, long.MinValue, long.MaxValue]);
        AssertRoundTrip(SnapshotKeys.Guids, [Guid.Empty, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)]);
        AssertRoundTrip(SnapshotKeys.Texts, ["", "ä", "長寧", new string('x', 100_000)]);
    }

    [Fact]
    public void Save_OfTextsThatAreNoUnicode_GivesTheSameBack() =>
        AssertRoundTrip(SnapshotKeys.Texts, ["\ud800x", "\udfff", "\udc00\ud800", $"{new string('x', 1000)}\ud800", "\ud83d\ude00"]);

    [Fact]
    public void Texts_InASnapshot_AreUtf8BehindTheirLength()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);

        SnapshotKeys.Texts.Write(writer, "長ä");

        Assert.Equal([5, 0xE9, 0x95, 0xB7, 0xC3, 0xA4], stream.ToArray());
    }

    [Fact]
    public void Save_AmongOtherThingsInAStream_ReadsNoFurtherThanItsEnd()
    {
        using var stream = new MemoryStream([.. Saved(Small()), 42]);

        new Leaderboard<string>().Restore(stream, SnapshotKeys.Texts);

        Assert.Equal(42, stream.ReadByte());
    }

    [Fact]
    public void Save_OfCampaignScores_IsCompact()
    {
        var board = new Leaderboard<int>();
        board.Load(Enumerable.Range(0, 10_000).Select(id => (id, (long)(id % 100))));
        using var stream = new MemoryStream();

        board.Save(stream, SnapshotKeys.Ints);

        Assert.InRange(stream.Length, 10_000, 45_000);
    }

    private static void AssertRoundTrip<TKey>(ISnapshotKeys<TKey> keys, TKey[] ids)
        where TKey : notnull
    {
        var board = new Leaderboard<TKey>();
        foreach (var id in ids)
            board.Increment(id);
        using var stream = new MemoryStream();
        board.Save(stream, keys);
        stream.Position = 0;

        var restored = new Leaderboard<TKey>();
        restored.Restore(stream, keys);

        Assert.Equal(ids, restored.Select(standing => standing.Id));
    }

    private static Leaderboard<string> Small()
    {
        var board = new Leaderboard<string>();
        board.Load([("ann", 3), ("ben", 3), ("cat", -1)]);
        board.Hide("ben");
        return board;
    }

    private static byte[] Saved(Leaderboard<string> board)
    {
        using var stream = new MemoryStream();
        board.Save(stream, SnapshotKeys.Texts);
        return stream.ToArray();
    }
}
