namespace CampaignKit;

/// <summary>The fixed words by which a definition names the values of a choice.</summary>
internal sealed class Wording<T>(params (T Value, string Word)[] words)
    where T : struct
{
    /// <summary>The rule as a sentence.</summary>
    public string Rule { get; } = $"must be {string.Join(" or ", words.Select(w => $"\"{w.Word}\""))}.";

    public T? Read(string word)
    {
        foreach (var (value, known) in words)
        {
            if (known == word)
                return value;
        }

        return null;
    }

    public string WordFor(T value) => words.Single(w => w.Value.Equals(value)).Word;
}
