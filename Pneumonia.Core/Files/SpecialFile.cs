using System.Runtime.InteropServices;
using System.Text;

namespace Pneumonia.Core.Files;

/// <summary>Tells what is listed as a file and holds none: whoever opens a named pipe waits for somebody who writes into it, and a device may
/// never end. The framework has no call for it.</summary>
internal static partial class SpecialFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 3;
    private const int TypeBits = 0xF000;

    // Of Linux' statx, which is the same on every processor, and of macOS' stat.
    private const int LinuxSize = 256;
    private const int LinuxMode = 28;
    private const int MacSize = 144;
    private const int MacMode = 4;

    /// <summary>What it is, in words; null: a file, or nobody knows.</summary>
    /// <param name="file">Links are followed.</param>
    public static string? KindOf(FileInfo file)
    {
        // None of them has a length, so that hardly any file is looked at twice.
        if (OperatingSystem.IsWindows() || !file.Exists || file.Length != 0)
        {
            return null;
        }

        return (ModeOf(file.FullName) & TypeBits) switch
        {
            0x1000 => "a named pipe",
            0x2000 => "a device",
            0x6000 => "a device",
            0xC000 => "a socket",
            _ => null,
        };
    }

    private static int ModeOf(string path)
    {
        var name = Encoding.UTF8.GetBytes(path + '\0');
        try
        {
            if (OperatingSystem.IsLinux())
            {
                var status = new byte[LinuxSize];
                return StatX(CurrentFolder, name, 0, TypeAndMode, status) == 0 ? BitConverter.ToUInt16(status, LinuxMode) : 0;
            }

            var mac = new byte[MacSize];
            return OperatingSystem.IsMacOS() && Stat(name, mac) == 0 ? BitConverter.ToUInt16(mac, MacMode) : 0;
        }
        catch (EntryPointNotFoundException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx")]
    private static partial int StatX(int folder, byte[] path, int flags, uint mask, byte[] status);

    [LibraryImport("libc", EntryPoint = "stat")]
    private static partial int Stat(byte[] path, byte[] status);
}
