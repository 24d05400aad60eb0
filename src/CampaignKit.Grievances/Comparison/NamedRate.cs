namespace CampaignKit.Grievances;

/// <summary>The rate of a unit among others, or of a period among others.</summary>
public sealed record NamedRate
{
    /// <summary>A rate with its name.</summary>
    /// <param name="name">The name of the unit or period; empty where cases have none.</param>
    /// <param name="rate">Its rate.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public NamedRate(string name, Rate rate)
    {
        Name = Guard.Against.Null(name);
        Rate = Guard.Against.Null(rate);
    }

    /// <summary>The name of the unit or period; empty where cases have none.</summary>
    public string Name { get; }

    /// <summary>Its rate.</summary>
    public Rate Rate { get; }

    /// <summary>The name and the rate.</summary>
    public override string ToString() => $"{(Name.Length > 0 ? Name : "(none)")}: {Rate}";
}
