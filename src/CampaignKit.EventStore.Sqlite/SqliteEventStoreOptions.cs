using System.Globalization;

namespace CampaignKit.EventStore.Sqlite;

/// <summary>How a <see cref="SqliteEventStore"/> opens its file and shares its work out. Checked as a whole when the store is opened.</summary>
public sealed class SqliteEventStoreOptions
{
    /// <summary>The default of <see cref="Linger"/>: 1 ms.</summary>
    public static readonly TimeSpan DefaultLinger = TimeSpan.FromMilliseconds(1);

    /// <summary>The longest <see cref="Linger"/>: 100 ms.</summary>
    public static readonly TimeSpan MaxLinger = TimeSpan.FromMilliseconds(100);

    /// <summary>The default of <see cref="BatchEvents"/>.</summary>
    public const int DefaultBatchEvents = 4096;

    /// <summary>The default of <see cref="PageEvents"/>.</summary>
    public const int DefaultPageEvents = 1024;

    /// <summary>The default of <see cref="CheckpointPages"/>.</summary>
    public const int DefaultCheckpointPages = 4096;

    /// <summary>The most that <see cref="BatchEvents"/> and <see cref="PageEvents"/> can be.</summary>
    public const int MaxEvents = 100_000;

    /// <summary>The most that <see cref="CheckpointPages"/> can be.</summary>
    public const int MaxCheckpointPages = 1_000_000;

    /// <summary>
    /// The connection string of Microsoft.Data.Sqlite, such as <c>Data Source=campaigns.db</c>. It names a file; its default timeout
    /// says how long to wait for a lock on the database.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// How long at most the writer waits, when the commit before answered several callers, for as many to come again, so that they
    /// share one commit. A caller who is always alone never waits.
    /// </summary>
    /// <value>The default is 1 ms; 0 to 100 ms, in whole milliseconds.</value>
    public TimeSpan Linger { get; set; } = DefaultLinger;

    /// <summary>How many events one commit takes at most; a single append is never split.</summary>
    /// <value>The default is 4,096; 1 to 100,000.</value>
    public int BatchEvents { get; set; } = DefaultBatchEvents;

    /// <summary>How many events are read at a time, within one read transaction.</summary>
    /// <value>The default is 1,024; 1 to 100,000.</value>
    public int PageEvents { get; set; } = DefaultPageEvents;

    /// <summary>How many pages of 4 KiB the write-ahead log grows to before the writer copies it into the file.</summary>
    /// <value>The default is 4,096 (16 MiB); 1 to 1,000,000.</value>
    public int CheckpointPages { get; set; } = DefaultCheckpointPages;

    /// <summary>What is wrong with the options; empty if nothing is.</summary>
    internal IReadOnlyList<string> Problems()
    {
        var problems = new List<string>(DatabaseLocation.ProblemsOf(ConnectionString));
        if (Linger < TimeSpan.Zero || Linger > MaxLinger || Linger.Ticks % TimeSpan.TicksPerMillisecond != 0)
            problems.Add($"{nameof(Linger)} is {Linger.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} ms; it must be a whole number of milliseconds from 0 to {MaxLinger.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)}.");
        CheckRange(nameof(BatchEvents), BatchEvents, MaxEvents);
        CheckRange(nameof(PageEvents), PageEvents, MaxEvents);
        CheckRange(nameof(CheckpointPages), CheckpointPages, MaxCheckpointPages);
        return problems;

        void CheckRange(string name, int value, int max)
        {
            if (value < 1 || value > max)
                problems.Add($"{name} is {value}; it must be 1 to {max}.");
        }
    }

    /// <summary>A checked copy, which later changes to this one don't reach.</summary>
    internal SqliteEventStoreOptions Checked()
    {
        var problems = Problems();
        if (problems.Count > 0)
            throw new ArgumentException("The options of the SQLite event store are wrong: " + string.Join(" ", problems));
        return (SqliteEventStoreOptions)MemberwiseClone();
    }
}
