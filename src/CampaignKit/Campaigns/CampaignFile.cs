using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CampaignKit;

/// <summary>
/// Campaign definitions as JSON files, UTF-8, in which comments and trailing commas are allowed. Safe to use from any thread.
/// </summary>
/// <remarks>
/// A definition is read as a whole: what is wrong with it, from a missing property to a draw over a unit that no task awards, is reported
/// together, each with its path, its value and the rule that it breaks. Only where the text is not JSON at all is that the one problem,
/// with its line and column. A file that cannot be opened is no fault of the definition: the exception of the file system is thrown as it is.
/// </remarks>
public static class CampaignFile
{
    /// <summary>Reads a definition from a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="CampaignDefinitionException">The definition is not valid.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Campaign Load(string path) => Sound(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)), path);

    /// <summary>Reads a definition from a file, or says what is wrong with it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="campaign">The campaign; null if there are problems.</param>
    /// <param name="problems">All problems; empty if there is a campaign.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static bool TryLoad(string path, [NotNullWhen(true)] out Campaign? campaign, out IReadOnlyList<DefinitionProblem> problems) =>
        TryRead(File.ReadAllBytes(Guard.Against.NullOrEmpty(path)), out campaign, out problems);

    /// <summary>Reads a definition from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What to call it in the message of an exception.</param>
    /// <exception cref="CampaignDefinitionException">The definition is not valid.</exception>
    public static Campaign Read(string json, string name = "The text") => Sound(Encoding.UTF8.GetBytes(Guard.Against.Null(json)), Guard.Against.Null(name));

    /// <summary>Reads a definition from the rest of a stream of JSON in UTF-8, which stays open.</summary>
    /// <param name="json">The stream.</param>
    /// <param name="name">What to call it in the message of an exception.</param>
    /// <exception cref="CampaignDefinitionException">The definition is not valid.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Campaign Read(Stream json, string name = "The stream")
    {
        using var bytes = new MemoryStream();
        Guard.Against.Null(json).CopyTo(bytes);
        return Sound(bytes.ToArray(), Guard.Against.Null(name));
    }

    /// <summary>Reads a definition from its JSON text, or says what is wrong with it.</summary>
    /// <param name="json">The text.</param>
    /// <param name="campaign">The campaign; null if there are problems.</param>
    /// <param name="problems">All problems; empty if there is a campaign.</param>
    public static bool TryRead(string json, [NotNullWhen(true)] out Campaign? campaign, out IReadOnlyList<DefinitionProblem> problems) =>
        TryRead(Encoding.UTF8.GetBytes(Guard.Against.Null(json)), out campaign, out problems);

    /// <summary>
    /// The definition as JSON text, indented, with line feeds: reading it yields the same definition, of the same
    /// <see cref="Campaign.Digest"/>. Properties come in a fixed order, ids in that of the definition; defaults are written out.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    public static string Write(Campaign campaign) => CampaignWriter.Write(Guard.Against.Null(campaign));

    private static Campaign Sound(byte[] utf8, string source) =>
        TryRead(utf8, out var campaign, out var problems) ? campaign : throw new CampaignDefinitionException(source, problems);

    private static bool TryRead(byte[] utf8, [NotNullWhen(true)] out Campaign? campaign, out IReadOnlyList<DefinitionProblem> problems)
    {
        var found = new DefinitionProblems();
        using var json = JsonSyntax.Parse(utf8, found);
        campaign = json is null ? null : Campaign.Of(CampaignReader.Read(new JsonPart(json.RootElement, "", DefinitionPath.Root, found)), found);
        problems = found.Found;
        return campaign is not null;
    }
}
