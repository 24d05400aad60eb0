namespace CampaignKit.Tool;

/// <summary>Files and folders that the command line says to write.</summary>
internal static class OutputFile
{
    /// <summary>Refuses to write over a file that is read, by whatever way its name leads there.</summary>
    /// <remarks>A hard link to that file is another name of it, and is not refused: what is written takes the place of that name, and the file stays.</remarks>
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

    /// <summary>Writes a file, whole or not at all; what cannot be written is told with what on the command line named it.</summary>
    /// <exception cref="OperationCanceledException">Writing was stopped; a file that was there is as it was.</exception>
    public static void Write(string namedBy, string path, byte[] content, CancellationToken stop = default) =>
        Told(namedBy, FileName(namedBy, path), name => WholeOutput.Write(name, content, stop));

    /// <summary>Writes a new file that only its owner may read, where the platform knows that; one that is there already is never touched.</summary>
    public static void WriteSecret(string namedBy, string path, byte[] content) =>
        Told(namedBy, FileName(namedBy, path), name => WholeOutput.WriteSecret(name, content));

    /// <summary>Writes a folder; what cannot be written is told with what on the command line named it.</summary>
    public static void WriteFolder(string namedBy, string folder, Action<string> write) => Told(namedBy, folder, write);

    private static void Told(string namedBy, string path, Action<string> write)
    {
        if (path.Length == 0)
            throw NoName(namedBy);
        try
        {
            write(path);
        }
        catch (DirectoryNotFoundException)
        {
            throw new BadInputException($"{namedBy} is '{path}'; it cannot be written: there is no such folder.");
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{namedBy} is '{path}'; it cannot be written: {unwritable.Message}");
        }
    }

    private static string FileName(string namedBy, string path) => Path.EndsInDirectorySeparator(path) || Directory.Exists(path)
        ? throw new BadInputException($"{namedBy} is '{path}'; that is a folder, not a file.")
        : path;

    private static BadInputException NoName(string namedBy) => new($"{namedBy} is empty; it says where to write.");
}
