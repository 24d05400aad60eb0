namespace CampaignKit.Leaderboards.Tests;

/// <summary>What every snapshot must stand, whatever board it is of.</summary>
internal static class SavedBoard
{
    public static byte[] Of(Action<Stream> save)
    {
        using var stream = new MemoryStream();
        save(stream);
        return stream.ToArray();
    }

    /// <summary>With any bit changed, and cut off anywhere.</summary>
    public static void AssertDamageIsRefused(byte[] saved, Action<Stream> restore)
    {
        for (var bit = 0; bit < 8 * saved.Length; bit++)
        {
            var flipped = saved.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Contains("snapshot", Refusal(flipped), StringComparison.Ordinal);
        }

        for (var length = 0; length < saved.Length; length++)
            Assert.Contains("cut off", Refusal(saved[..length]), StringComparison.Ordinal);

        string Refusal(byte[] bytes) => Assert.Throws<InvalidDataException>(() => restore(new MemoryStream(bytes))).Message;
    }
}
