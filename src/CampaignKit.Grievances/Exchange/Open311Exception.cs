namespace CampaignKit.Grievances;

/// <summary>A document is no list of GeoReport requests or services: it is broken, of another form, or a server's error answer. Nothing was kept.</summary>
public sealed class Open311Exception : FormatException
{
    internal Open311Exception(string message, Exception? inner = null)
        : base(message, inner) => Errors = [];

    internal Open311Exception(IReadOnlyList<Open311Error> errors)
        : base($"The server answered with errors instead: {string.Join("; ", errors)}.") => Errors = errors;

    /// <summary>The errors that the server answered with; none if the document is broken or of another form.</summary>
    public IReadOnlyList<Open311Error> Errors { get; }
}
