using System.Text;

namespace CampaignKit.Draws;

/// <summary>
/// A draw as a folder of files to publish: <c>manifest.json</c>, <c>exclusions.txt</c>, and for each rule <c>{rule}.pool.txt</c>,
/// <c>{rule}.holders.txt</c> and <c>{rule}.strata.txt</c> when it is locked; with <c>transcript.json</c>, <c>check.sh</c> and
/// <c>verify.html</c> when it was held. An operator's key signs manifest and transcript in files of their own.
/// </summary>
public static class DrawFolder
{
    /// <summary>The manifest's canonical bytes.</summary>
    public const string ManifestFile = "manifest.json";

    /// <summary>The transcript, without the pools.</summary>
    public const string TranscriptFile = "transcript.json";

    /// <summary>The operator's signature of the manifest.</summary>
    public const string ManifestSignatureFile = "manifest.signature.json";

    /// <summary>The operator's signature of the transcript.</summary>
    public const string TranscriptSignatureFile = "transcript.signature.json";

    /// <summary>The shell script that checks the draw.</summary>
    public const string CheckFile = "check.sh";

    /// <summary>The page that checks the draw in a browser.</summary>
    public const string VerifyPageFile = "verify.html";

    /// <summary>The persons who cannot win, if there are any.</summary>
    public const string ExclusionsFile = "exclusions.txt";

    /// <summary>The name of the file with the pool of a rule.</summary>
    public static string PoolFileOf(string ruleId) => $"{ruleId}.pool.txt";

    /// <summary>The name of the file with the holders of a rule's pool.</summary>
    public static string HoldersFileOf(string ruleId) => $"{ruleId}.holders.txt";

    /// <summary>The name of the file with the strata of a rule's pool.</summary>
    public static string StrataFileOf(string ruleId) => $"{ruleId}.strata.txt";

    /// <summary>Reads a locked draw back from its folder, to be held. Files that the manifest does not name are passed over.</summary>
    /// <param name="folder">The folder, as <see cref="Save(LockedDraw, string, OperatorKey?)"/> wrote it.</param>
    /// <exception cref="DrawFolderException">
    /// The manifest or a list that it names is missing, cannot be read or is not what was locked; all problems are named with file, place, value and rule.
    /// </exception>
    public static LockedDraw Load(string folder) => DrawFolderReader.Read(Guard.Against.NullOrEmpty(folder));

    /// <summary>Writes manifest, pools and exclusions, to be published before the randomness exists; makes the folder if need be.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="key">The operator's key, if the manifest is to be signed.</param>
    public static void Save(LockedDraw draw, string folder, OperatorKey? key = null)
    {
        Guard.Against.Null(draw);
        Save(draw.Manifest, draw.Pools, draw.Exclusions, folder);
        Sign(draw.Manifest, folder, key);
    }

    /// <summary>Writes manifest, pools, exclusions, transcript, the shell check and the verify page; makes the folder if need be.</summary>
    /// <param name="result">The draw.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="key">The operator's key, if manifest and transcript are to be signed.</param>
    public static void Save(DrawResult result, string folder, OperatorKey? key = null) => Save(Guard.Against.Null(result).Transcript, folder, key);

    /// <summary>
    /// Writes manifest, the pools and exclusions that the transcript holds, the transcript without them, the verify page and, where all pools
    /// are, the shell check; makes the folder if need be. Written again as prizes are claimed, it keeps signatures good: claims are no part of what is signed.
    /// </summary>
    /// <param name="transcript">The draw, with what happened to its prizes and proofs if it has any.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="key">The operator's key, if manifest and transcript are to be signed.</param>
    public static void Save(Transcript transcript, string folder, OperatorKey? key = null)
    {
        Save(Guard.Against.Null(transcript).Manifest, transcript.Pools, transcript.Exclusions ?? Exclusions.None, folder);
        transcript.WithoutPools().Save(Path.Combine(folder, TranscriptFile));
        if (transcript.Manifest.Rules.All(rule => File.Exists(Path.Combine(folder, PoolFileOf(rule.Id)))))
            WholeFile.Write(Path.Combine(folder, CheckFile), stream => stream.Write(Encoding.UTF8.GetBytes(ShellCheck.Script(transcript))));
        Sign(transcript.Manifest, folder, key);
        if (key is not null)
            Sign(Path.Combine(folder, TranscriptSignatureFile), signature => signature.FirstDifference(transcript, key.PublicKey), () => key.Sign(transcript));
        VerifyPage.Write(folder);
    }

    private static void Sign(Manifest manifest, string folder, OperatorKey? key)
    {
        if (key is not null)
            Sign(Path.Combine(folder, ManifestSignatureFile), signature => signature.FirstDifference(manifest, key.PublicKey), () => key.Sign(manifest));
    }

    // No two signatures by one key are alike: one that was published and is good stays.
    private static void Sign(string path, Func<OperatorSignature, Difference?> difference, Func<OperatorSignature> sign)
    {
        try
        {
            if (File.Exists(path) && difference(OperatorSignature.Load(path)) is null)
                return;
        }
        catch (DrawDocumentException)
        {
            // It is no signature, and is replaced by one.
        }

        sign().Save(path);
    }

    private static void Save(Manifest manifest, IReadOnlyDictionary<string, Pool> pools, Exclusions exclusions, string folder)
    {
        Directory.CreateDirectory(Guard.Against.NullOrEmpty(folder));
        foreach (var (ruleId, pool) in pools)
        {
            PoolFile.Write(pool, Path.Combine(folder, PoolFileOf(ruleId)));
            if (pool.Holders is { } holders)
                PoolFile.Write(holders, Path.Combine(folder, HoldersFileOf(ruleId)));
            if (pool.Strata is { } strata)
                PoolFile.Write(strata, Path.Combine(folder, StrataFileOf(ruleId)));
        }

        if (exclusions.Size > 0)
            exclusions.Save(Path.Combine(folder, ExclusionsFile));

        WholeFile.Write(Path.Combine(folder, ManifestFile), stream => stream.Write(manifest.Bytes.Span));
    }
}
