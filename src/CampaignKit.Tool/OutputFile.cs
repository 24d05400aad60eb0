namespace CampaignKit.Tool;

/// <summary>Files and folders that the command line says to write.</summary>
internal static class OutputFile
{
    /// <summary>Refuses to write over a file that is read, by whatever way its name leads there.</summary>
    /// <param name="namedBy">What on the command line named the file to write.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="inputs">The files that are read, each with what named it.</param>
    public static void RefuseInputs(string namedBy, string path, params IEnumerable<(string NamedBy, string Path)> inputs)
    {
        if (path.Length == 0)
            throw NoName(namedBy);
        foreach (var input in inputs.Where(i => i.Path.Length > 0 && RealPath.AreSame(i.Path, path)))
            throw new BadInputException($"{namedBy} is '{path}'; that is the file that {input.NamedBy} names, and what is read is not written over.");
    }

    /// <summary>Writes; what cannot be written is told with what on the command line named it.</summary>
    public static void Write(string namedBy, string path, Action<string> write)
    {
        if (path.Length == 0)
            throw NoName(namedBy);
        try
        {
            write(path);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{namedBy} is '{path}'; it cannot be written: {unwritable.Message}");
        }
    }

    private static BadInputException NoName(string namedBy) => new($"{namedBy} is empty; it says where to write.");
}
