namespace CampaignKit.EventStore.Sqlite;

/// <summary>
/// The row id of an event: the campaign's id above 40 bits of position. So events lie in the file in the order in which a campaign is
/// read, in SQLite's fastest kind of table, and the table's own key keeps a position from being given twice.
/// </summary>
internal static class EventKey
{
    private const int PositionBits = 40;

    public static long Of(long campaign, long position) => (campaign << PositionBits) | position;

    public static long Position(long key) => key & ((1L << PositionBits) - 1);
}
