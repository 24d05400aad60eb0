using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Grievances;

/// <summary>
/// A way to compute the confidence interval of the difference of two rates of different cases. A closed set; each is one object, safe for use
/// from any thread. All are antisymmetric: the limits of the reverse difference are these with the other sign.
/// </summary>
public abstract class DifferenceMethod
{
    private protected DifferenceMethod(string id, string name, IntervalMethod ofOne)
    {
        Id = id;
        Name = name;
        OfOne = ofOne;
    }

    /// <summary>From the Wilson limits of both rates; the default. R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.</summary>
    public static DifferenceMethod Newcombe { get; } = new NewcombeDifference("newcombe", "Newcombe", IntervalMethod.Wilson);

    /// <summary>From the continuity-corrected Wilson limits of both rates; wider. Newcombe, as above, method 11.</summary>
    public static DifferenceMethod NewcombeContinuity { get; } =
        new NewcombeDifference("newcombe-cc", "Newcombe (continuity-corrected)", IntervalMethod.WilsonContinuity);

    /// <summary>
    /// Wald's interval after adding a hit and a miss to either rate; cut off at -1 and 1. A. Agresti and B. Caffo, The American Statistician 54
    /// (2000), 280-288.
    /// </summary>
    public static DifferenceMethod AgrestiCaffo { get; } = new WaldDifference("agresti-caffo", "Agresti-Caffo", IntervalMethod.AgrestiCoull, added: 1);

    /// <summary>The textbook interval, here to compare with others: of rates of 0 or 1 it has no width; cut off at -1 and 1.</summary>
    public static DifferenceMethod Wald { get; } = new WaldDifference("wald", "Wald", IntervalMethod.Wald, added: 0);

    /// <summary>All methods.</summary>
    public static IReadOnlyList<DifferenceMethod> All { get; } = [Newcombe, NewcombeContinuity, AgrestiCaffo, Wald];

    /// <summary>The name in options and files, such as <c>newcombe</c>.</summary>
    public string Id { get; }

    /// <summary>The name in print, such as <c>Newcombe</c>.</summary>
    public string Name { get; }

    /// <summary>The method of the same kind for one rate, such as <see cref="IntervalMethod.Wilson"/>.</summary>
    public IntervalMethod OfOne { get; }

    /// <summary>Finds the method with that <see cref="Id"/>, or says in <paramref name="reason"/> which there are.</summary>
    public static bool TryParse(string? id, [NotNullWhen(true)] out DifferenceMethod? method, [NotNullWhen(false)] out string? reason)
    {
        method = All.FirstOrDefault(m => m.Id == id);
        reason = method is null ? $"'{PrintedText.Short(id ?? "")}' is not a difference method: there is {string.Join(", ", All.Select(m => m.Id))}." : null;
        return method is not null;
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    /// <summary>The limits of the difference of two rates that have data; they may lie outside -1 to 1.</summary>
    internal abstract (double Low, double High) Limits(Rate rate, Rate other, double level);
}
