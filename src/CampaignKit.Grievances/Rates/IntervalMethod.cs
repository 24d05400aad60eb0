using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Grievances;

/// <summary>A way to compute the confidence interval of a rate. A closed set; each is one object, safe for use from any thread.</summary>
public abstract class IntervalMethod
{
    private protected IntervalMethod(string id, string name)
    {
        Id = id;
        Name = name;
    }

    /// <summary>The Wilson score interval, the default. E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.</summary>
    public static IntervalMethod Wilson { get; } = new WilsonInterval();

    /// <summary>All methods.</summary>
    public static IReadOnlyList<IntervalMethod> All { get; } = [Wilson];

    /// <summary>The name in options and files, such as <c>wilson</c>.</summary>
    public string Id { get; }

    /// <summary>The name in print, such as <c>Wilson</c>.</summary>
    public string Name { get; }

    /// <summary>Finds the method with that <see cref="Id"/>, or says in <paramref name="reason"/> which there are.</summary>
    public static bool TryParse(string? id, [NotNullWhen(true)] out IntervalMethod? method, [NotNullWhen(false)] out string? reason)
    {
        method = All.FirstOrDefault(m => m.Id == id);
        reason = method is null ? $"'{id}' is not an interval method: there is {string.Join(", ", All.Select(m => m.Id))}." : null;
        return method is not null;
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    /// <summary>The limit below which the true rate lies with error probability <paramref name="tail"/>, at most one half.</summary>
    internal abstract double Lower(double hits, double count, double tail);

    /// <summary>The limit above which the true rate lies with error probability <paramref name="tail"/>, at most one half.</summary>
    internal abstract double Upper(double hits, double count, double tail);
}
