namespace CampaignKit.Leaderboards.Tests;

/// <summary>One write: a member gets a score, moves by so much, or leaves if there is no amount.</summary>
public readonly record struct OrderWrite(int Member, long? By, bool IsAbsolute)
{
    internal void ApplyTo(IMemberOrder order, PlainOrder plain, long turn)
    {
        if (By is not { } by)
        {
            if (order.Contains(Member))
                order.Remove(Member);
            plain.Remove(Member);
            return;
        }

        if (!order.Contains(Member))
        {
            order.Add(Member, by ^ turn);
            plain.Seat(Member, by ^ turn);
            return;
        }

        var score = IsAbsolute ? by : (order.KeyOf(Member) ^ turn) + by;
        order.Move(Member, score ^ turn);
        plain.Seat(Member, score ^ turn);
    }
}
