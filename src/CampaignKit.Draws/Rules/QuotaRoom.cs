namespace CampaignKit.Draws;

/// <summary>
/// The seats of a rule under quotas, as they are filled. A place is kept free for each winner that a minimum still lacks. What is closed
/// to a stratum stays closed: the places that are not kept only become fewer.
/// </summary>
internal sealed class QuotaRoom(RandomRule rule)
{
    private readonly Dictionary<string, Quota> _quotas = rule.Quotas.ToDictionary(quota => quota.Stratum, StringComparer.Ordinal);
    private readonly Dictionary<string, Stratum> _strata = new(StringComparer.Ordinal);
    private long _places = rule.Take;
    private long _lacking = rule.Quotas.Sum(quota => (long)quota.Min);

    /// <summary>The seats of one stratum.</summary>
    internal Stratum Of(string stratum)
    {
        if (!_strata.TryGetValue(stratum, out var seats))
        {
            var quota = _quotas.GetValueOrDefault(stratum);
            _strata.Add(stratum, seats = new Stratum(this, quota?.Min ?? 0, quota?.Max ?? int.MaxValue, rule.Alternates));
        }

        return seats;
    }

    internal sealed class Stratum(QuotaRoom room, int min, int max, int alternates)
    {
        private int _winners;
        private int _alternates;

        internal bool HasPlace => _winners < max && room._places > (_winners < min ? 0 : room._lacking);

        internal bool HasReserve => _alternates < alternates;

        /// <summary>The most seats that can be taken.</summary>
        internal int Seats => (int)Math.Min(max, room._places) + alternates;

        internal void TakePlace() => TakePlaces(1);

        internal void TakePlaces(int count)
        {
            room._lacking -= Math.Clamp(min - _winners, 0, count);
            room._places -= count;
            _winners += count;
        }

        internal void TakeReserve() => _alternates++;
    }
}
