namespace CampaignKit.Draws;

/// <summary>What a winner gets of the places that tied winners share.</summary>
/// <param name="Places">The places left for all who tied; at least 1.</param>
/// <param name="Among">How many tied; more than <paramref name="Places"/>.</param>
public readonly record struct Share(int Places, int Among)
{
    /// <summary>As a fraction, such as <c>7/40</c>.</summary>
    public override string ToString() => $"{Places}/{Among}";
}
