namespace CampaignKit.Leaderboards.Tests;

/// <summary>All that an order can be asked, held against its plain twin.</summary>
internal static class OrderAssert
{
    public static void Same(PlainOrder plain, IMemberOrder order)
    {
        var sorted = plain.Sorted();
        Assert.Equal(sorted.Count, order.Count);
        Assert.Equal(sorted.Select(seat => (seat.Key, seat.Member)), Listing(order, 0, order.Count));

        var keys = 0;
        for (var place = 0; place < sorted.Count; place++)
        {
            var (key, _, member) = sorted[place];
            if (place > 0 && sorted[place - 1].Key != key)
                keys++;

            Assert.True(order.Contains(member));
            Assert.Equal(key, order.KeyOf(member));
            Assert.Equal(place, order.PlaceOf(member));
            Assert.Equal(keys, order.KeysBefore(key));
            Assert.Equal(member, order.RunAt(place)[0].Member);
        }

        foreach (var key in sorted.SelectMany(seat => (long[])[seat.Key - 1, seat.Key, seat.Key + 1]).Append(long.MinValue).Append(long.MaxValue).Distinct())
        {
            Assert.Equal(sorted.Count(seat => seat.Key < key), order.MembersBefore(key));
            Assert.Equal(sorted.Count(seat => seat.Key <= key), order.MembersThrough(key));
            Assert.Equal(sorted.Where(seat => seat.Key < key).DistinctBy(seat => seat.Key).Count(), order.KeysBefore(key));
        }
    }

    public static (long Key, int Member)[] Listing(IMemberOrder order, int place, int length)
    {
        var seats = new Seat[length];
        order.CopyTo(place, seats);
        return [.. seats.Select(seat => (seat.Key, seat.Member))];
    }
}
