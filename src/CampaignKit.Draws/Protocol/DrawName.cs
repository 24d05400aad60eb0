using System.Text;

namespace CampaignKit.Draws;

/// <summary>Which draw: the campaign, the draw within it and the period, written <c>changning/lucky/2021-W13</c>.</summary>
public sealed record DrawName
{
    /// <summary>The most characters of each part.</summary>
    public const int MaxPartLength = 100;

    /// <summary>A name of three parts, each 1 to 100 characters without '/' and control characters.</summary>
    /// <exception cref="ArgumentException">A part is malformed.</exception>
    public DrawName(string campaign, string draw, string period)
    {
        Campaign = Sound(campaign, nameof(campaign));
        Draw = Sound(draw, nameof(draw));
        Period = Sound(period, nameof(period));
    }

    /// <summary>The campaign.</summary>
    public string Campaign { get; }

    /// <summary>The draw within the campaign.</summary>
    public string Draw { get; }

    /// <summary>The period that the draw closes.</summary>
    public string Period { get; }

    /// <summary>Reads <c>campaign/draw/period</c>.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> has not three parts, or one is malformed.</exception>
    public static DrawName Parse(string text)
    {
        var parts = Guard.Against.Null(text).Split('/');
        if (parts.Length != 3)
            throw new FormatException($"'{text}' is not the name of a draw: it reads campaign/draw/period.");
        return parts.Select(PartProblem).FirstOrDefault(problem => problem is not null) is { } rule
            ? throw new FormatException($"'{text}' is not the name of a draw: {rule}.")
            : new DrawName(parts[0], parts[1], parts[2]);
    }

    /// <summary>The name as <c>campaign/draw/period</c>.</summary>
    public override string ToString() => $"{Campaign}/{Draw}/{Period}";

    internal static string? PartProblem(string part) =>
        part.Length is 0 or > MaxPartLength || part.Any(char.IsControl) || part.Contains('/') || !IsUnicode(part)
            ? $"each part has 1 to {MaxPartLength} characters of valid Unicode, no '/' and no control character"
            : null;

    // Half a surrogate pair does not come back.
    private static bool IsUnicode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static string Sound(string part, string parameter) =>
        PartProblem(Guard.Against.Null(part, parameter)) is { } rule ? throw new ArgumentException($"'{part}': {rule}.", parameter) : part;
}
