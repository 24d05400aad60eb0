using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>A file given as a document of a draw: one of another kind is bad input, one that is wrong in itself a failed check.</summary>
internal static class PublishedDocument
{
    /// <summary>Whether the file calls itself a proof; if not, it calls itself a transcript.</summary>
    /// <exception cref="BadInputException">It is neither.</exception>
    public static bool IsProof(string path)
    {
        var json = File.ReadAllBytes(path);
        return FormatOf(json, out var problem) switch
        {
            Transcript.Format => false,
            PoolProof.Format => true,
            _ => throw new BadInputException($"{path} is no transcript: {problem ?? $"it is JSON, but not an object whose format is {Transcript.Format}, or that of a proof, {PoolProof.Format}"}."),
        };
    }

    /// <summary>Reads a transcript; null if it cannot be one as it stands, which is for the verifier to say.</summary>
    public static Transcript? TranscriptIn(string path)
    {
        try
        {
            return Transcript.Load(path);
        }
        catch (DrawDocumentException)
        {
            return null;
        }
    }

    /// <summary>Reads a manifest that commands rely on.</summary>
    public static Manifest Manifest(string namedBy, string path)
    {
        try
        {
            return InputFile.Read(namedBy, path, CampaignKit.Draws.Manifest.Load);
        }
        catch (DrawDocumentException wrong)
        {
            throw BadInputException.In(path, "manifest", [wrong.Message]);
        }
    }

    private static string? FormatOf(byte[] json, out string? problem)
    {
        problem = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String
                ? format.GetString()
                : null;
        }
        catch (JsonException broken)
        {
            problem = $"it is not JSON, from line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}";
        }
        catch (InvalidOperationException)
        {
            problem = "it has text that is not Unicode";
        }

        return null;
    }
}
