namespace CampaignKit.Draws;

/// <summary>A source of randomness as the key of RFC 3797 has it: its numbers from the smallest to the largest, and a slash.</summary>
internal static class Rfc3797Source
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Reads numbers parted by commas, by blanks or by both; gives the rule broken if they are no numbers.</summary>
    internal static string? Problem(string source, out string text)
    {
        text = string.Empty;
        var numbers = new List<Rfc3797Number>();
        foreach (var part in source.Split(','))
        {
            var written = part.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (written.Length == 0)
                return "a number is missing";
            foreach (var one in written)
            {
                if (!Rfc3797Number.TryParse(one, out var number))
                    return $"'{one}' is no number: that is decimal digits, and a point and further digits for a fraction, without sign";
                numbers.Add(number);
            }
        }

        numbers.Sort();
        text = $"{string.Concat(numbers)}/";
        return null;
    }
}
