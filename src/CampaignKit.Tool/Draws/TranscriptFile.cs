using System.Text;
using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>A file given as a transcript: one of another kind is bad input, one that is wrong in itself a failed check.</summary>
internal static class TranscriptFile
{
    /// <summary>Reads a file that calls itself a transcript; null if it cannot be one as it stands, which is for the verifier to say.</summary>
    public static Transcript? Read(string path)
    {
        var json = File.ReadAllBytes(path);
        if (Problem(json) is { } problem)
            throw new BadInputException($"{path} is no transcript: {problem}.");
        try
        {
            return Transcript.Parse(Encoding.UTF8.GetString(json));
        }
        catch (DrawDocumentException)
        {
            return null;
        }
    }

    private static string? Problem(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.String
                && format.ValueEquals(Transcript.Format)
                    ? null
                    : $"it is JSON, but not an object whose format is {Transcript.Format}";
        }
        catch (JsonException broken)
        {
            return $"it is not JSON, from line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}";
        }
        catch (InvalidOperationException)
        {
            return "it has text that is not Unicode";
        }
    }
}
