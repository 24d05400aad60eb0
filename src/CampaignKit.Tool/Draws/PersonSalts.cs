using System.Text;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>The salts of a draw under pseudonyms, one for each entrant and person: what the operator gives to each, and publishes never.</summary>
internal static class PersonSalts
{
    /// <summary>Writes a line for each id, in byte order: id, tab, salt, tab, pseudonym. A file that says something else is not replaced.</summary>
    public static void Save(string namedBy, string path, DrawPlan plan, Pseudonyms pseudonyms)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(IdsOf(plan).Select(id => $"{id}\t{pseudonyms.SaltOf(id)}\t{pseudonyms.Of(id)}\n")));
        if (File.Exists(path))
        {
            if (!InputFile.Read(namedBy, path, File.ReadAllBytes).AsSpan().SequenceEqual(text))
                throw new BadInputException($"{namedBy} is '{path}'; that file is there already and holds something else.");
            return;
        }

        OutputFile.WriteSecret(namedBy, path, text);
    }

    /// <summary>Refuses a file in the folder that is to be published.</summary>
    public static void RefuseWithin(string namedBy, string path, string folder)
    {
        var within = path.Length == 0 ? path : Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path));
        if (within.Length > 0 && !Path.IsPathRooted(within) && within != ".." && !within.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            throw new BadInputException($"{namedBy} is '{path}'; salts are secrets, and '{folder}' is published.");
    }

    // A pool is a set in byte order.
    private static IEnumerable<string> IdsOf(DrawPlan plan) => Pool.Of(plan.Pools.Values
        .SelectMany(pool => pool.Holders is null ? pool.Ids : pool.Ids.Concat(pool.Persons().Ids))
        .Concat(plan.Exclusions.Persons)
        .Distinct(StringComparer.Ordinal)).Ids;
}
