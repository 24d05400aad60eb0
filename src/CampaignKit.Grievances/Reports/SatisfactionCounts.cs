using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>What the rates of a group are made of. Counts of parts add up to those of the whole, in any order.</summary>
internal sealed class SatisfactionCounts
{
    private readonly PerBase _rated = new();
    private readonly PerBase _closed = new();
    private long _cases;

    public void Add(CaseRecord record, SatisfactionDefinition definition, Instant? asOf)
    {
        _cases++;
        if (!IsClosed(record, asOf))
            return;

        var worth = definition.WorthOf(record.Answer);
        _closed.Add(record, worth ?? 0);
        if (worth is { } rated)
            _rated.Add(record, rated);
    }

    public static bool IsClosed(CaseRecord record, Instant? asOf) => record.Closed is { } closed && (asOf is null || closed <= asOf);

    public SatisfactionRow Row(IReadOnlyList<string> key, SatisfactionDefinition definition, RecordedFacts recorded)
    {
        var response = RateOf(definition.Response, recorded.Contacted, c => c.Contacted);
        var resolution = RateOf(definition.Resolution, recorded.Resolved, c => c.Resolved);
        var satisfaction = RateOf(definition.Satisfaction, recorded.Answer, c => c.Worth / (decimal)SatisfactionDefinition.Whole);
        return new SatisfactionRow(key)
        {
            Cases = _cases,
            Open = _cases - _closed.Cases,
            Rated = Rate.Of(_rated.Cases, _closed.Cases, "closed cases"),
            Response = response,
            Resolution = resolution,
            Satisfaction = satisfaction,
            Composite = definition.CompositeOf(response, resolution, satisfaction),
        };
    }

    private Rate RateOf(RateDefinition rate, bool recorded, Func<PerBase, decimal> hits)
    {
        var counts = rate.Base is CaseBase.Rated ? _rated : _closed;
        return recorded ? Rate.Of(hits(counts), counts.Cases, rate.BaseName) : Rate.NoData(rate.BaseName);
    }

    private sealed class PerBase
    {
        public long Cases { get; private set; }

        public long Contacted { get; private set; }

        public long Resolved { get; private set; }

        public long Worth { get; private set; }

        public void Add(CaseRecord record, int worth)
        {
            Cases++;
            Contacted += record.Contacted is true ? 1 : 0;
            Resolved += record.Resolved is true ? 1 : 0;
            Worth += worth;
        }
    }
}
