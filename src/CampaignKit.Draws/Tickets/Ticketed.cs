namespace CampaignKit.Draws;

/// <summary>An entry of a pool, by its place in byte order, with its ticket. Equal tickets would fall back on the order of ids.</summary>
internal readonly record struct Ticketed(Digest Ticket, int Entry) : IComparable<Ticketed>
{
    public int CompareTo(Ticketed other)
    {
        var byTicket = Ticket.CompareTo(other.Ticket);
        return byTicket != 0 ? byTicket : Entry.CompareTo(other.Entry);
    }
}
