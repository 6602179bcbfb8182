using System.Globalization;

namespace Pneumonia.Core.Files;

/// <summary>Finds out before hours of work whether what they come to can be written down: by writing, for nothing else tells.</summary>
public static class OutputProbe
{
    private const long Megabyte = 1_000_000;

    /// <summary>Writes a file of a size into a folder and deletes it. A folder that was made for it goes with it.</summary>
    /// <param name="option">The option that names the folder, or a file in it, as the user gave it; begins the message.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="bytes">Room that will be needed.</param>
    /// <param name="freeBytes">Tells the room there is in a folder; null: asks the file system.</param>
    /// <exception cref="UserException">Nothing can be written there, or there is too little room.</exception>
    public static void Verify(string option, string folder, long bytes = 0, Func<string, long?>? freeBytes = null)
    {
        var full = Path.GetFullPath(folder);
        var made = Missing(full).ToArray();
        try
        {
            Directory.CreateDirectory(full);
            VerifyRoom(option, bytes, (freeBytes ?? FreeBytes)(full));
            Write(option, full, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UserException($"{option}: nothing can be written there: {e.Message}", e);
        }
        finally
        {
            Remove(made);
        }
    }

    /// <summary>Whether a file can be written where it is to come.</summary>
    /// <param name="option">The option that names it, e.g. <c>--report</c>.</param>
    /// <param name="path">The file; <c>-</c> for standard output, and null for none.</param>
    /// <exception cref="UserException">It cannot; the message names option and file.</exception>
    public static void VerifyFile(string option, string? path)
    {
        if (path is null or "-")
        {
            return;
        }

        if (Directory.Exists(path))
        {
            throw new UserException($"{option} {path}: that is a folder; give the name of a file to write.");
        }

        Verify($"{option} {path}", Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static void VerifyRoom(string option, long bytes, long? free)
    {
        if (free < bytes)
        {
            throw TooLittle(option, bytes, free);
        }
    }

    // To reserve the room finds quotas, too, which the file system's figures do not show.
    private static void Write(string option, string folder, long bytes)
    {
        var file = Path.Combine(folder, $".{Path.GetRandomFileName()}.probe");
        try
        {
            using var stream = new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = bytes, Options = FileOptions.DeleteOnClose,
            });
            stream.WriteByte(0);
            stream.Flush();
        }
        catch (IOException) when (bytes > 0 && CanWrite(folder))
        {
            throw TooLittle(option, bytes, FreeBytes(folder));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool CanWrite(string folder)
    {
        var file = Path.Combine(folder, $".{Path.GetRandomFileName()}.probe");
        try
        {
            File.WriteAllBytes(file, [0]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static UserException TooLittle(string option, long bytes, long? free) => free is { } room
        ? new($"{option}: {Math.Max(1, bytes / Megabyte)} MB are needed there, and {room / Megabyte} MB are free.")
        : new($"{option}: {Math.Max(1, bytes / Megabyte)} MB are needed there, and there is less.");

    private static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    // The innermost first.
    private static IEnumerable<string> Missing(string folder)
    {
        for (var each = folder; each is not null && !Directory.Exists(each); each = Path.GetDirectoryName(each))
        {
            yield return each;
        }
    }

    private static void Remove(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Where(Directory.Exists))
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return;
            }

            Directory.Delete(folder);
        }
    }
}
