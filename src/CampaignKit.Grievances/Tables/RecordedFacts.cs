namespace CampaignKit.Grievances;

/// <summary>Which facts any case of a table records; the others are not "no" but unknown.</summary>
internal readonly record struct RecordedFacts(bool Contacted, bool Resolved, bool Answer)
{
    public static RecordedFacts operator |(RecordedFacts one, RecordedFacts other) =>
        new(one.Contacted || other.Contacted, one.Resolved || other.Resolved, one.Answer || other.Answer);
}
