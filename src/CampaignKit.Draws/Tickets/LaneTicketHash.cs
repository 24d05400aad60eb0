using System.Numerics;
using System.Runtime.CompilerServices;

namespace CampaignKit.Draws;

/// <summary>
/// Tickets in the lanes of vectors, from the state after the rule seed. Most are rejected by their first word, before they are anything
/// but a lane.
/// </summary>
internal sealed class LaneTicketHash<TLanes, TVector> : TicketHash
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private readonly LaneSha256<TLanes, TVector> _sha256;

    internal LaneTicketHash(RuleSeed seed)
    {
        Span<byte> block = stackalloc byte[Sha256Block.Size];
        seed.Value.WriteHex(block);
        _sha256 = new LaneSha256<TLanes, TVector>(Sha256Block.StateAfter(block), bytesBefore: Sha256Block.Size);
    }

    internal override int Lanes => TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Offer(TicketGroup group, SmallestTickets smallest)
    {
        _sha256.Begin();
        for (var block = 0; block < group.Messages.Blocks; block++)
        {
            _sha256.Load(group.Messages, block);
            _sha256.Compress();
        }

        var count = group.Messages.Count;
        var limit = smallest.LimitOf(group.EntryOf(0), group.EntryOf(count - 1));
        var survivors = TLanes.AtMost(_sha256.State[0], TLanes.Create(limit)) & ((1UL << count) - 1);
        for (; survivors != 0; survivors &= survivors - 1)
        {
            var lane = BitOperations.TrailingZeroCount(survivors);
            smallest.Offer(new Ticketed(LaneDigests<TLanes, TVector>.In(_sha256.State, lane), group.EntryOf(lane)));
        }
    }
}
