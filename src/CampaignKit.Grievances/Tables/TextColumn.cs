namespace CampaignKit.Grievances;

/// <summary>A column of texts, each kept once.</summary>
/// <param name="Values">The texts in ordinal order.</param>
/// <param name="Codes">Which of them each row has.</param>
internal sealed record TextColumn(string[] Values, int[] Codes)
{
    public string this[int row] => Values[Codes[row]];
}
