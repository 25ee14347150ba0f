using System.Runtime.InteropServices;

namespace NhiemSo.Platform.Files;

/// <summary>Files that are on disk when the call returns: content synced, then renamed into place, then the folder synced.</summary>
public static class Durable
{
    /// <summary>Writes a whole file so that after a crash it is there completely or not at all.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        var temporary = path + ".tmp";
        await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(content, ct);
            file.Flush(flushToDisk: true);
        }

        MoveInto(temporary, path);
    }

    /// <summary>Writes a secret that only the program's account may read. Of two nodes that write it at once, both are to read the first one's.</summary>
    public static void WriteSecret(string path, ReadOnlySpan<byte> content)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }

        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Renames a synced file to its place and makes the renaming durable.</summary>
    public static void MoveInto(string synced, string path)
    {
        File.Move(synced, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Creates a folder with its parents, each of them durable.</summary>
    public static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        CreateFolder(parent);
        Directory.CreateDirectory(folder);
        SyncFolder(parent);
    }

    /// <summary>Syncs the entries of a folder. .NET opens no folder, so this asks the C library; Windows needs it not.</summary>
    internal static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = open(folder, 0);
        if (descriptor < 0) throw new IOException($"Cannot open the folder {folder} to sync it (errno {Marshal.GetLastPInvokeError()}).");
        var result = fsync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = close(descriptor);
        if (result != 0) throw new IOException($"Cannot sync the folder {folder} (errno {error}).");
    }

#pragma warning disable SYSLIB1054, CA2101 // source-generated imports need unsafe code in the whole project
    [DllImport("libc", SetLastError = true, BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int descriptor);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int descriptor);
#pragma warning restore SYSLIB1054, CA2101
}
