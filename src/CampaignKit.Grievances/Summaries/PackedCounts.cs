using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CampaignKit.Grievances;

/// <summary>
/// The counts of a group while a table is summed up: 64 bytes, a line of the cache, of which two additions of 32 bytes count a case without a branch.
/// A table has fewer cases than an int counts.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct PackedCounts
{
    private const int FactBits = 7;
    private const int ClosedBit = 1 << FactBits;
    private const int RatedBit = ClosedBit << 1;
    private const int TargetShift = FactBits + 2;
    private const int TargetStates = 3;

    private static readonly PackedCounts[] Kinds = AllKinds();

    // Longs are added to the first half: the worth is one, and counts beside each other do not carry into one another.
    private long _worth;
    private int _cases;
    private int _closed;
    private int _rated;
    private int _closedContacted;
    private int _closedResolved;
    private int _ratedContacted;
    private int _ratedResolved;
    private int _duplicates;
    private int _targeted;
    private int _onTime;
    private int _overdue;
    private int _undecided;

    /// <summary>A number for all that counts of a case but what its rating is worth.</summary>
    /// <param name="closed">Whether it is closed.</param>
    /// <param name="worth">What its answer is worth; negative if it is no rating.</param>
    /// <param name="facts">The rest.</param>
    /// <param name="target">Its target, if it is open.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort KindOf(bool closed, int worth, CaseFacts facts, OpenTarget target) =>
        (ushort)((int)facts | (closed ? ClosedBit : 0) | (~(worth >> 31) & RatedBit) | ((int)target << TargetShift));

    /// <summary>Counts a case as <see cref="GroupCounts"/> does.</summary>
    /// <param name="kind">What counts of it.</param>
    /// <param name="worth">What its rating is worth, if it has one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(ushort kind, ushort worth)
    {
        ref var here = ref Unsafe.As<PackedCounts, byte>(ref this);
        ref var there = ref Unsafe.As<PackedCounts, byte>(ref Kinds[kind]);
        var first = Read<long>(ref here, 0) + Read<long>(ref there, 0) + Vector256.CreateScalar((long)worth);
        var second = Read<int>(ref here, Vector256<byte>.Count) + Read<int>(ref there, Vector256<byte>.Count);
        Unsafe.WriteUnaligned(ref here, first);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref here, Vector256<byte>.Count), second);
    }

    public readonly GroupCounts ToCounts() => new()
    {
        Worth = _worth,
        Cases = _cases,
        Closed = _closed,
        Rated = _rated,
        ClosedContacted = _closedContacted,
        ClosedResolved = _closedResolved,
        RatedContacted = _ratedContacted,
        RatedResolved = _ratedResolved,
        Duplicates = _duplicates,
        Targeted = _targeted,
        OnTime = _onTime,
        Overdue = _overdue,
        Undecided = _undecided,
    };

    private static PackedCounts[] AllKinds()
    {
        var kinds = new PackedCounts[TargetStates << TargetShift];
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            var one = default(GroupCounts);
            one.Count((kind & ClosedBit) != 0, (kind & RatedBit) != 0 ? 0 : AnswerWorths.Unrated, (CaseFacts)(kind & (ClosedBit - 1)));
            one.Count((OpenTarget)(kind >> TargetShift));
            kinds[kind] = Of(one);
        }

        return kinds;
    }

    private static PackedCounts Of(in GroupCounts counts) => new()
    {
        _worth = counts.Worth,
        _cases = (int)counts.Cases,
        _closed = (int)counts.Closed,
        _rated = (int)counts.Rated,
        _closedContacted = (int)counts.ClosedContacted,
        _closedResolved = (int)counts.ClosedResolved,
        _ratedContacted = (int)counts.RatedContacted,
        _ratedResolved = (int)counts.RatedResolved,
        _duplicates = (int)counts.Duplicates,
        _targeted = (int)counts.Targeted,
        _onTime = (int)counts.OnTime,
        _overdue = (int)counts.Overdue,
        _undecided = (int)counts.Undecided,
    };

    private static Vector256<T> Read<T>(ref byte from, int offset) => Unsafe.ReadUnaligned<Vector256<T>>(ref Unsafe.Add(ref from, offset));
}
