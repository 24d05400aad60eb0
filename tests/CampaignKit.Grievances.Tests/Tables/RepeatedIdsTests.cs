namespace CampaignKit.Grievances.Tests;

public sealed class RepeatedIdsTests
{
    [Property]
    public void Builder_AnyIds_FindsRepeatsAsADictionaryDoes(string?[] ids, bool everyCounts, byte spread)
    {
        var builder = new CaseTableBuilder(CampaignCalendars.Utc, repeats: everyCounts ? RepeatedIds.EveryCounts : RepeatedIds.FirstCounts);
        var firstLines = new Dictionary<string, long>(StringComparer.Ordinal);
        var (kept, repeated) = (new List<string?>(), new List<RepeatedCase>());
        string?[] all = [.. ids, .. Enumerable.Range(0, 300).Select(i => $"{i % (spread + 1)}"), .. ids];
        for (var line = 1; line <= all.Length; line++)
        {
            var id = all[line - 1];
            var isFirst = id is null || firstLines.TryAdd(id, line);
            if (!isFirst)
                repeated.Add(new RepeatedCase(line, id!, firstLines[id!]));
            if (isFirst || everyCounts)
                kept.Add(id);

            Assert.Equal(isFirst ? RowOutcome.Added : RowOutcome.Repeated, builder.Add(new CaseRecord(CaseLists.Start) { Id = id }));
        }

        var table = builder.Build();
        builder.Add(new CaseRecord(CaseLists.Start) { Id = "later" });

        Assert.Equal(kept, table.Cases.Select(c => c.Id));
        Assert.Equal(repeated, table.RepeatedCases);
    }
}
