using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace CampaignKit.EventStore.Sqlite.Native;

/// <summary>
/// Chooses the native SQLite of a program that carries SQLitePCLRaw's bundled one: the system's, where there is a newer one, for it
/// gets the distribution's patches; else the bundled one. Shared as source by the programs that choose.
/// </summary>
internal static class SystemSqlite
{
    private const string BundledName = "e_sqlite3";

    // SQLitePCLRaw.lib.e_sqlite3 2.0.6 carries SQLite 3.35.5.
    private const int BundledVersion = 3_035_005;

    private static readonly Lazy<bool> Chosen = new(Choose);

    /// <summary>Makes the choice, the first time it is called.</summary>
    /// <returns>Whether the system's library is used.</returns>
    public static bool Use() => Chosen.Value;

    private static bool Choose()
    {
        var system = NewerSystemLibrary();
        if (system != IntPtr.Zero)
            Redirect(system);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return system != IntPtr.Zero;
    }

    private static void Redirect(IntPtr system)
    {
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == BundledName ? system : IntPtr.Zero);
        }
        catch (InvalidOperationException)
        {
            // Another assembly of this process carries this source too and has made the same choice; a resolver can be set only once.
        }
    }

    private static IntPtr NewerSystemLibrary()
    {
        foreach (var name in SystemNames())
        {
            if (!NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), DllImportSearchPath.System32, out var library))
                continue;
            if (VersionOf(library) > BundledVersion)
                return library;
            NativeLibrary.Free(library);
        }

        return IntPtr.Zero;
    }

    // winsqlite3 has another calling convention in 32-bit processes.
    private static string[] SystemNames() =>
        OperatingSystem.IsWindows() ? Environment.Is64BitProcess ? ["winsqlite3.dll"] : []
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib"]
        : ["libsqlite3.so.0"];

    private static int VersionOf(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var function)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(function)()
            : 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
