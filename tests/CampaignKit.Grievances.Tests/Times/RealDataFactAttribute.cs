namespace CampaignKit.Grievances.Tests;

/// <summary>A test on the real files in <c>../shared/data</c>, beside the checkout; skipped, with the reason printed, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute(string file)
    {
        if (!File.Exists(RealData.PathOf(file)))
            Skip = $"The file {RealData.PathOf(file)} is not there.";
    }
}
