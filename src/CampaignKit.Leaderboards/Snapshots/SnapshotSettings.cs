namespace CampaignKit.Leaderboards;

/// <summary>What a board was told at its construction, as names and values: a snapshot has the values, and a board takes none with others.</summary>
internal static class SnapshotSettings
{
    public static void Write(BinaryWriter entry, IEnumerable<(string Name, string Value)> settings)
    {
        foreach (var (_, value) in settings)
            entry.Write(value);
    }

    /// <exception cref="InvalidDataException">There are differences, all of which it names.</exception>
    public static void Check(BinaryReader entry, IEnumerable<(string Name, string Value)> settings)
    {
        var differences = new List<string>();
        foreach (var (name, value) in settings)
        {
            var saved = entry.ReadString();
            if (saved != value)
                differences.Add($"{name} is {saved} there and {value} here");
        }

        if (differences.Count > 0)
            throw new InvalidDataException($"The snapshot is of a board with other options: {string.Join("; ", differences)}.");
    }
}
