namespace CampaignKit.Grievances;

/// <summary>What it costs to hide cells: totals first, then the sum of the counts, then how many cells.</summary>
internal readonly record struct Loss(int Totals, long Counts, int Cells) : IComparable<Loss>
{
    public int CompareTo(Loss other) => (Totals, Counts, Cells).CompareTo((other.Totals, other.Counts, other.Cells));

    public static Loss operator +(Loss one, Loss other) => new(one.Totals + other.Totals, one.Counts + other.Counts, one.Cells + other.Cells);
}
