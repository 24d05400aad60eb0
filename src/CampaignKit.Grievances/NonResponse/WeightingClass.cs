namespace CampaignKit.Grievances;

/// <summary>A class of cases whose silent members are taken to think as those who answered, such as all that came by phone.</summary>
/// <param name="Name">What the class is called.</param>
/// <param name="All">How many cases it has.</param>
/// <param name="Answered">How many of them have an answer.</param>
/// <param name="Hits">How much of the answers counts.</param>
public sealed record WeightingClass(string Name, long All, long Answered, decimal Hits)
{
    /// <summary>What is wrong with the class, if anything.</summary>
    internal IEnumerable<string> Flaws()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return "A class has no name.";
        if (All < 0)
            yield return $"class {Name}: {Rate.Number(All)} cases are negative.";
        if (Answered < 0 || Answered > All)
            yield return $"class {Name}: {Rate.Number(Answered)} answers are not between 0 and its {Rate.Number(All)} cases.";
        if (Hits < 0 || Hits > Answered)
            yield return $"class {Name}: {Rate.Number(Hits)} hits are not between 0 and its {Rate.Number(Answered)} answers.";
    }
}
