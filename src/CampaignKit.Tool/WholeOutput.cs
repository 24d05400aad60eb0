using System.Runtime.InteropServices;

namespace CampaignKit.Tool;

/// <summary>
/// Writes a file beside its place, under a name of its own, and gives it the place when it is whole and on the disk: no reader meets half of
/// one, what was there stays if writing fails or is stopped, and a hard link to what was there keeps it.
/// </summary>
internal static class WholeOutput
{
    /// <summary>Writes a file, or over one, at the end of symbolic links; into what is no file, such as a terminal or a pipe, at once.</summary>
    /// <exception cref="OperationCanceledException">Writing was stopped.</exception>
    public static void Write(string path, byte[] content, CancellationToken stop = default)
    {
        if (RealPath.IsDevice(path))
        {
            // Output that goes on into a file goes on at its end.
            using var device = new FileStream(path, FileMode.Append, FileAccess.Write);
            device.Write(content);
            return;
        }

        var real = RealPath.Of(path);
        using (var there = OpenExisting(real))
        {
            if (there is { CanSeek: false })
            {
                there.Write(content);
                return;
            }
        }

        Place(real, content, new FileStreamOptions(), overwrite: true, stop);
    }

    /// <summary>Writes a new file that only its owner may read, where the platform knows that; one that is there already is never touched.</summary>
    /// <exception cref="IOException">The file is there, or cannot be written.</exception>
    public static void WriteSecret(string path, byte[] content)
    {
        var options = new FileStreamOptions();
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Place(Path.GetFullPath(path), content, options, overwrite: false, CancellationToken.None);
    }

    // That a file may be written, and whether it is a pipe, is known from opening it alone.
    private static FileStream? OpenExisting(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static void Place(string path, byte[] content, FileStreamOptions options, bool overwrite, CancellationToken stop)
    {
        // No longer than a name may be, however long the name of the file is.
        var unfinished = Path.Combine(Path.GetDirectoryName(path) ?? path, $"{Path.GetRandomFileName()}.unfinished");
        (options.Mode, options.Access) = (FileMode.CreateNew, FileAccess.Write);

        // A command that does not hear of Ctrl-C ends without coming back here.
        using var interrupted = stop.CanBeCanceled ? null : PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => File.Delete(unfinished));
        using var terminated = stop.CanBeCanceled ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => File.Delete(unfinished));
        var file = new FileStream(unfinished, options);
        try
        {
            using (file)
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            stop.ThrowIfCancellationRequested();
            File.Move(unfinished, path, overwrite);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
