namespace CampaignKit.EventStore.Sqlite;

/// <summary>
/// What keeps a second writer out, of this process or another: a file beside the database, held open for this store alone. The operating
/// system lets go of it when the process ends in whatever way. The file itself stays, for to delete it would race with the next to lock it.
/// </summary>
internal static class WriterLock
{
    public static FileStream Take(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new EventStoreUnavailableException($"The folder '{folder}' of the event store's file does not exist.");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EventStoreUnavailableException(
                $"The writer's lock '{path}' cannot be had. One store in one process at a time may open an event store's file. {e.Message}", e);
        }
    }
}
