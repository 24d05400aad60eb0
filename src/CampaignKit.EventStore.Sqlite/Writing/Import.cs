namespace CampaignKit.EventStore.Sqlite;

/// <summary>
/// An import under way. Its events are written chunk by chunk, between other people's commits, to a campaign that has no name and so
/// cannot be seen; the last step gives it the name. What an import leaves behind that never got there is removed by
/// <see cref="DiscardSome"/>, or when the file is next opened.
/// </summary>
/// <param name="stage">The campaign without a name, which must be committed: an id that was rolled back may be given to somebody else.</param>
internal sealed class Import(CampaignHead stage)
{
    private const int DiscardedAtOnce = 4096;

    /// <summary>How many events are written.</summary>
    public long Count => stage.Position;

    /// <summary>Makes the campaign without a name.</summary>
    public static CampaignHead Begin(WriteSession session)
    {
        session.Database.Execute("INSERT INTO campaigns (name) VALUES (NULL)");
        return new CampaignHead(session.Database.LastId, position: 0);
    }

    /// <summary>Writes the next events; gives how many there are now.</summary>
    public long Write(WriteSession session, IReadOnlyList<ImportedEvent> events)
    {
        foreach (var e in events)
        {
            var stream = stage.Streams.GetValueOrDefault(e.Stream) ?? session.AddStream(stage, e.Stream);
            session.Add(stage, stream, e.Event);
        }

        return stage.Position;
    }

    /// <summary>Makes the campaign appear under its name; false if somebody else has made one of that name meanwhile.</summary>
    public bool Finish(WriteSession session, string campaign)
    {
        if (session.FindCampaign(campaign) is not null)
            return false;
        using var name = session.Database.PrepareOnce("UPDATE campaigns SET name = ?1 WHERE id = ?2");
        name.Bind(1, campaign).Bind(2, stage.Id).Run();
        session.Moved(campaign, stage.Position);
        return true;
    }

    /// <summary>Removes some of what was written; false once nothing is left.</summary>
    public bool DiscardSome(WriteSession session) => RemoveSome(session.Database, stage.Id);

    /// <summary>Removes what imports left behind that never finished.</summary>
    public static void DiscardUnfinished(WriteSession session)
    {
        while (session.Database.Number("SELECT coalesce(min(id), 0) FROM campaigns WHERE name IS NULL") is var id and not 0)
        {
            var more = true;
            while (more)
            {
                session.Begin();
                more = RemoveSome(session.Database, id);
                session.Commit();
            }
        }
    }

    // A last step whose outcome is unknown may have happened: then the campaign has its name, and is left alone.
    private static bool RemoveSome(Database database, long id)
    {
        using var unnamed = database.PrepareOnce("SELECT id FROM campaigns WHERE id = ?1 AND name IS NULL");
        if (unnamed.Bind(1, id).Number() is null)
            return false;

        using var events = database.PrepareOnce("DELETE FROM events WHERE key IN (SELECT key FROM events WHERE key > ?1 AND key < ?2 LIMIT ?3)");
        events.Bind(1, EventKey.Of(id, 0)).Bind(2, EventKey.Of(id + 1, 0)).Bind(3, DiscardedAtOnce).Run();
        if (database.Changes > 0)
            return true;

        using var streams = database.PrepareOnce("DELETE FROM streams WHERE campaign = ?1");
        streams.Bind(1, id).Run();
        using var campaign = database.PrepareOnce("DELETE FROM campaigns WHERE id = ?1");
        campaign.Bind(1, id).Run();
        return false;
    }
}
