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

    [Property]
    public void Read_AnyRows_IsACaseABadRowOrARepeatEach(int[] ids, bool[] bad, bool everyCounts)
    {
        var rows = ids.Select((id, i) => $"{id % 7},{(i < bad.Length && bad[i] ? "soon" : "2026-03-04")}\n").ToList();
        var map = new CsvMap(new Dictionary<CaseField, string> { [CaseField.Id] = "id", [CaseField.Opened] = "opened" })
        {
            Repeats = everyCounts ? RepeatedIds.EveryCounts : RepeatedIds.FirstCounts,
        };

        var table = CaseTable.Read(new StringReader($"id,opened\n{string.Concat(rows)}"), map);

        Assert.Equal(bad.Take(ids.Length).Count(b => b), table.BadRows.Count);
        Assert.Equal(rows.Count, table.Count + table.BadRows.Count + (everyCounts ? 0 : table.RepeatedCases.Count));
        Assert.Equal(rows.Count - table.BadRows.Count - ids.Where((_, i) => i >= bad.Length || !bad[i]).Select(id => id % 7).Distinct().Count(), table.RepeatedCases.Count);
    }
}
