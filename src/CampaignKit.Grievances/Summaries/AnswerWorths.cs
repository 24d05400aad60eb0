namespace CampaignKit.Grievances;

/// <summary>What the answers of a table are worth by a definition, code by code.</summary>
internal sealed class AnswerWorths
{
    /// <summary>Stands for an answer that is no rating.</summary>
    public const int Unrated = -1;

    private readonly bool[] _unknown;
    private readonly TextColumn _answers;

    public AnswerWorths(TextColumn answers, SatisfactionDefinition definition)
    {
        _answers = answers;
        _unknown = Array.ConvertAll(answers.Values, definition.IsUnknown);
        ByCode = Array.ConvertAll(answers.Values, answer => definition.WorthOf(answer) ?? Unrated);
    }

    /// <summary>Thousandths, or <see cref="Unrated"/>.</summary>
    public int[] ByCode { get; }

    /// <summary>The answers that the definition does not know, and how many closed cases gave each.</summary>
    public IEnumerable<KeyValuePair<string, long>> Unknown(CaseColumns cases, long asOf)
    {
        if (!Array.Exists(_unknown, u => u))
            return [];

        var counts = new long[_unknown.Length];
        for (var i = 0; i < cases.Count; i++)
            counts[_answers.Codes[i]] += cases.Opened[i] <= asOf && cases.Closed[i] <= asOf ? 1 : 0;
        return _answers.Values.Zip(counts, KeyValuePair.Create).Where((answer, code) => _unknown[code] && answer.Value > 0);
    }
}
