namespace CampaignKit.Draws;

/// <summary>Tickets one by one through the platform's SHA-256, for machines without wide vectors.</summary>
internal sealed class PlatformTicketHash : TicketHash
{
    private readonly byte[] _message = new byte[Digest.HexLength + LongestMessage];

    internal PlatformTicketHash(RuleSeed seed) => seed.Value.WriteHex(_message);

    internal override int Lanes => 1;

    internal override void Offer(TicketGroup group, SmallestTickets smallest)
    {
        var messages = group.Messages;
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages.Slices[i].Of(messages.Text);
            message.CopyTo(_message.AsSpan(Digest.HexLength));
            smallest.Offer(new Ticketed(Digest.Of(_message.AsSpan(0, Digest.HexLength + message.Length)), group.EntryOf(i)));
        }
    }
}
