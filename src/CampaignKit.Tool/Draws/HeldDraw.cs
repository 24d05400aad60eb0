using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>A draw that is held, for the first time or again, and what is told of it.</summary>
internal static class HeldDraw
{
    /// <summary>
    /// Holds a draw. If its folder has a transcript already, the draw must come out the same, and what was added to that transcript since stays.
    /// </summary>
    public static Transcript Of(LockedDraw locked, EntropyRecord randomness, string? lateReason, string folder)
    {
        try
        {
            var held = locked.Hold(randomness, lateReason).Transcript;
            return Published(folder) is { } before ? Again(locked, held, before, folder) : held;
        }
        catch (EntropyRefusedException refused)
        {
            throw new BadInputException(refused.Message);
        }
    }

    private const int MostSkippedShown = 20;

    public static void Write(TextWriter output, Transcript held, string folder)
    {
        output.WriteLine($"Held {held.Manifest.Name} by {held.Source}");
        if (held.LateReason is { } reason)
            output.WriteLine($"  the late source, because '{reason}'");
        foreach (var outcome in held.Rules)
        {
            output.WriteLine($"{outcome.RuleId}: {Count(outcome.Winners, "winner")}, {Count(outcome.Alternates, "alternate")}, {outcome.Skipped.Count} passed over");
            foreach (var winner in outcome.Winners)
                output.WriteLine($"  {Text(winner)}");
            foreach (var alternate in outcome.Alternates)
                output.WriteLine($"  alternate {Text(alternate)}");
            foreach (var skipped in outcome.Skipped.Take(MostSkippedShown))
                output.WriteLine($"  passed over {Text(skipped.Entry)}: {ReasonOf(skipped)}");
            if (outcome.Skipped.Count > MostSkippedShown)
                output.WriteLine($"  passed over {outcome.Skipped.Count - MostSkippedShown} more, listed in {DrawFolder.TranscriptFile}");
        }

        output.WriteLine($"Publish {string.Join(", ", PublishedFolder.FilesOf(held.Manifest, folder))}.");
        output.WriteLine($"Anyone checks it with: campaignkit draw verify {folder}{ShellCheckOf(folder)}; or by opening verify.html");
    }

    public static void Write(Utf8JsonWriter document, Transcript held, string folder)
    {
        document.WriteString("draw", held.Manifest.Name.ToString());
        document.WriteString("manifestDigest", held.ManifestDigest.ToString());
        document.WriteString("transcriptDigest", held.Digest.ToString());
        document.WriteString("randomness", held.Entropy.Randomness.ToString());
        document.WriteString("lateReason", held.LateReason);
        document.WriteStartArray("rules");
        foreach (var outcome in held.Rules)
        {
            document.WriteStartObject();
            document.WriteString("id", outcome.RuleId);
            WriteEntries(document, "winners", outcome.Winners);
            WriteEntries(document, "alternates", outcome.Alternates);
            document.WriteNumber("skipped", outcome.Skipped.Count);
            document.WriteEndObject();
        }

        document.WriteEndArray();
        document.WriteStartArray("files");
        foreach (var file in PublishedFolder.FilesOf(held.Manifest, folder))
            document.WriteStringValue(file);
        document.WriteEndArray();
    }

    private static Transcript? Published(string folder)
    {
        var path = Path.Combine(folder, DrawFolder.TranscriptFile);
        try
        {
            return File.Exists(path) ? InputFile.Read("FOLDER", path, Transcript.Load) : null;
        }
        catch (DrawDocumentException wrong)
        {
            throw BadInputException.In(path, "transcript, and is not replaced", [wrong.Message]);
        }
    }

    // The record that was published stays, if another one says the same randomness with more or less beside it.
    private static Transcript Again(LockedDraw locked, Transcript held, Transcript before, string folder)
    {
        if ((held.Entropy.Randomness, held.LateReason) != (before.Entropy.Randomness, before.LateReason))
        {
            throw new BadInputException(
                $"{folder} holds a transcript already, by the randomness {before.Entropy.Randomness}{Because(before)}; this is {held.Entropy.Randomness}{Because(held)}, and a draw is held once.");
        }

        var again = locked.Hold(before.Entropy, before.LateReason).Transcript;
        if (again.Digest != before.Digest)
            throw new BadInputException($"{folder} holds a transcript already, with other winners than this randomness gives; see `campaignkit draw verify {folder}`.");
        if (before.Proofs.Count > 0)
            again = again.WithProofs(locked.Pools);
        return before.Claims.Count > 0 ? again.WithClaims(ClaimsOf(before, folder)) : again;
    }

    private static Claims ClaimsOf(Transcript before, string folder)
    {
        try
        {
            return Claims.Of(before);
        }
        catch (DrawDocumentException wrong)
        {
            throw BadInputException.In(Path.Combine(folder, DrawFolder.TranscriptFile), "transcript with sound claims", [wrong.Message]);
        }
    }

    private static string Because(Transcript transcript) => transcript.LateReason is { } reason ? $", late because '{reason}'" : "";

    private static string ShellCheckOf(string folder) => File.Exists(Path.Combine(folder, DrawFolder.CheckFile)) ? $"; sh {Path.Combine(folder, DrawFolder.CheckFile)}" : "";

    private static string Count(IReadOnlyList<DrawnEntry> entries, string noun) => entries.Count == 1 ? $"1 {noun}" : $"{entries.Count} {noun}s";

    private static string Text(DrawnEntry entry) =>
        $"{entry.Id}{(entry.Holder is { } holder ? $", held by {holder}" : "")}{(entry.Share is { } share ? $", with {share} of a place" : "")}";

    private static void WriteEntries(Utf8JsonWriter document, string name, IReadOnlyList<DrawnEntry> entries)
    {
        document.WriteStartArray(name);
        foreach (var entry in entries)
        {
            document.WriteStartObject();
            document.WriteString("id", entry.Id);
            document.WriteString("person", entry.Person);
            document.WriteString("share", entry.Share?.ToString());
            document.WriteEndObject();
        }

        document.WriteEndArray();
    }

    private static string ReasonOf(SkippedEntry skipped) => skipped.Reason switch
    {
        SkipReason.Excluded => $"excluded, {skipped.Why}",
        SkipReason.WonByEarlierRule => $"won by {skipped.RuleId} with {skipped.EntryId}",
        _ => $"drawn by this rule with {skipped.EntryId}",
    };
}
