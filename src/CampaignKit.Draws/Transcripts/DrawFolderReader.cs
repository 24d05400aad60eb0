using System.Collections.Frozen;

namespace CampaignKit.Draws;

/// <summary>Reads a locked draw back from its folder. Goes on behind a problem, so that all are named at once.</summary>
internal sealed class DrawFolderReader
{
    private const string Everything = "the file";

    private readonly string _folder;
    private readonly List<DrawFolderProblem> _problems = [];

    private DrawFolderReader(string folder) => _folder = folder;

    /// <exception cref="DrawFolderException">Something is wrong; all problems found are named.</exception>
    internal static LockedDraw Read(string folder)
    {
        var reader = new DrawFolderReader(folder);
        var draw = reader.Read(DrawFolder.ManifestFile, Manifest.Load) is { } manifest ? reader.Read(manifest) : null;
        return draw is null || reader._problems.Count > 0 ? throw new DrawFolderException(reader._problems) : draw;
    }

    private LockedDraw Read(Manifest manifest)
    {
        var exclusions = manifest.Exclusions is null ? Exclusions.None : ReadExclusions(manifest);
        var pools = new Dictionary<string, Pool>(StringComparer.Ordinal);
        foreach (var rule in manifest.Rules)
        {
            if (ReadPool(manifest, rule) is { } pool)
                pools.Add(rule.Id, pool);
        }

        return new LockedDraw(manifest, pools.ToFrozenDictionary(StringComparer.Ordinal), exclusions ?? Exclusions.None);
    }

    private Exclusions? ReadExclusions(Manifest manifest)
    {
        var exclusions = Read(DrawFolder.ExclusionsFile, Exclusions.Load);
        if (exclusions is not null)
            Note(DrawFolder.ExclusionsFile, PoolMatch.FirstDifference(manifest, exclusions));
        return exclusions;
    }

    // Entries before holders and strata: where a pool has changed, that these no longer fit is no news.
    private Pool? ReadPool(Manifest manifest, DrawRule rule)
    {
        var pool = Checked(DrawFolder.PoolFileOf(rule.Id), file => PoolFile.Read(file, rule.Pool.Kind));
        if (pool is not null && rule.Pool.HoldersDigest is not null)
            pool = Checked(DrawFolder.HoldersFileOf(rule.Id), file => PoolFile.ReadHolders(file, pool));
        return pool is not null && rule.Pool.StrataDigest is not null
            ? Checked(DrawFolder.StrataFileOf(rule.Id), file => PoolFile.ReadStrata(file, pool))
            : pool;

        Pool? Checked(string file, Func<string, Pool> read)
        {
            if (Read(file, read) is not { } found)
                return null;
            var difference = PoolMatch.FirstDifference(manifest, rule, found);
            if (difference is null || PoolMatch.IsMissing(difference, found))
                return found;
            Note(file, difference);
            return null;
        }
    }

    private T? Read<T>(string name, Func<string, T> read)
        where T : class
    {
        try
        {
            return read(Path.Combine(_folder, name));
        }
        catch (PoolFormatException wrong)
        {
            _problems.AddRange(wrong.Problems.Select(problem => new DrawFolderProblem(name, $"{problem.Place} {problem.Position}", problem.Value, problem.Rule)));
        }
        catch (DrawDocumentException wrong)
        {
            _problems.Add(new DrawFolderProblem(name, wrong.Path, wrong.Value, wrong.Rule));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            _problems.Add(new DrawFolderProblem(name, Everything, "nothing", "it must be there"));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new DrawFolderProblem(name, Everything, "nothing that can be read", unreadable.Message.TrimEnd('.')));
        }

        return null;
    }

    private void Note(string name, Difference? difference)
    {
        if (difference is not null)
            _problems.Add(new DrawFolderProblem(name, Everything, difference.Actual, $"it holds {difference.Expected}"));
    }
}
