namespace CampaignKit.Grievances;

/// <summary>Squares and adds how far the limits of either rate are from it.</summary>
internal sealed class NewcombeDifference(string id, string name, IntervalMethod ofOne) : DifferenceMethod(id, name, ofOne)
{
    internal override (double Low, double High) Limits(Rate rate, Rate other, double level)
    {
        var (one, two) = (rate.Value!.Value, other.Value!.Value);
        var (around, aroundOther) = (rate.Interval(OfOne, level), other.Interval(OfOne, level));
        return (
            one - two - double.Hypot(one - around.Low, aroundOther.High - two),
            one - two + double.Hypot(around.High - one, two - aroundOther.Low));
    }
}
