using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>Folders of draws that commands write: what was published there is never replaced by something else.</summary>
internal static class PublishedFolder
{
    /// <summary>Reads a locked draw; all that is wrong is told, a line each.</summary>
    public static LockedDraw Load(string namedBy, string folder)
    {
        RefuseUnlessFolder(namedBy, folder);
        try
        {
            return DrawFolder.Load(folder);
        }
        catch (DrawFolderException wrong)
        {
            throw BadInputException.In(folder, "locked draw", wrong.Problems);
        }
    }

    /// <summary>Refuses a name that is empty, a file or nothing.</summary>
    public static void RefuseUnlessFolder(string namedBy, string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException(folder.Length == 0 ? $"{namedBy} is empty; it names a folder." : $"{namedBy} is '{folder}'; there is no such folder.");
    }

    /// <summary>Refuses a folder that holds another draw: a lock can't be redone.</summary>
    public static void RefuseOther(string namedBy, string folder, Manifest manifest)
    {
        if (folder.Length == 0)
            throw new BadInputException($"{namedBy} is empty; it names a folder.");
        var path = Path.Combine(folder, DrawFolder.ManifestFile);
        if (!File.Exists(path))
            return;
        var published = InputFile.Read(namedBy, path, File.ReadAllBytes);
        if (!published.AsSpan().SequenceEqual(manifest.Bytes.Span))
            throw new BadInputException($"{namedBy} is '{folder}'; it holds another manifest already, with the SHA-256 {Digest.Of(published)}, and a lock can't be redone.");
    }

    /// <summary>Refuses a key that is not the one by which the manifest in the folder is signed: a draw is signed by one.</summary>
    public static void RefuseOtherKey(string namedBy, string folder, Manifest manifest, OperatorKey? key)
    {
        var path = Path.Combine(folder, DrawFolder.ManifestSignatureFile);
        if (key is null || !File.Exists(path))
            return;
        var difference = InputFile.Read(namedBy, path, file =>
        {
            try
            {
                return OperatorSignature.Load(file).FirstDifference(manifest, key.PublicKey);
            }
            catch (DrawDocumentException wrong)
            {
                return new Difference(wrong.Path, wrong.Rule, wrong.Value);
            }
        });
        if (difference is not null)
            throw new BadInputException($"--key: {path} is not by this key, and a draw is signed by one. {difference}");
    }

    /// <summary>The names of the files of a draw that are in a folder; what else lies there is nobody's business.</summary>
    public static string[] FilesOf(Manifest manifest, string folder) =>
    [
        .. manifest.Rules
            .SelectMany(rule => new[] { DrawFolder.PoolFileOf(rule.Id), DrawFolder.HoldersFileOf(rule.Id), DrawFolder.StrataFileOf(rule.Id) })
            .Prepend(DrawFolder.ManifestSignatureFile)
            .Prepend(DrawFolder.ManifestFile)
            .Concat([DrawFolder.ExclusionsFile, DrawFolder.TranscriptFile, DrawFolder.TranscriptSignatureFile, DrawFolder.CheckFile, DrawFolder.VerifyPageFile])
            .Where(file => File.Exists(Path.Combine(folder, file))),
    ];
}
