using System;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Lets TorchSharp's native library load where the system's libstdc++ is older than GCC 13. It wants one symbol of GLIBCXX_3.4.32, a
/// function that only sets up the standard streams, which libtorch's own libraries have done by then. In the copy in the output
/// folder the version becomes optional (VER_FLG_WEAK) and the symbol is read as getppid, a function of libc without arguments.
/// </summary>
public sealed class RepairLibTorchSharp : Task
{
    private const string Version = "GLIBCXX_3.4.32";
    private const string Symbol = "_ZSt21ios_base_library_initv";
    private const string Harmless = "getppid";

    private static readonly string[] s_folders = { "/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib/x86_64-linux-gnu", "/lib64" };

    /// <summary>The copy of libLibTorchSharp.so.</summary>
    [Required]
    public string Library { get; set; } = "";

    public override bool Execute()
    {
        var runtime = s_folders.Select(folder => Path.Combine(folder, "libstdc++.so.6")).FirstOrDefault(File.Exists);
        if (runtime is null || IndexOf(File.ReadAllBytes(runtime), Encoding.ASCII.GetBytes(Version + "\0"), 0) >= 0)
        {
            return true;
        }

        var elf = File.ReadAllBytes(Library);
        var name = IndexOf(elf, Encoding.ASCII.GetBytes(Symbol + "\0"), 0);
        if (name < 0)
        {
            return true;
        }

        var written = File.GetLastWriteTimeUtc(Library);
        var (strings, symbols, versions, needs) = (Section(elf, ".dynstr"), Section(elf, ".dynsym"), Section(elf, ".gnu.version"), Section(elf, ".gnu.version_r"));
        for (var i = 0; i < symbols.Size / 24; i++)
        {
            if (strings.Offset + BitConverter.ToInt32(elf, symbols.Offset + 24 * i) == name)
            {
                BitConverter.GetBytes((ushort)1).CopyTo(elf, versions.Offset + 2 * i);
            }
        }

        MakeOptional(elf, needs.Offset, strings.Offset);
        Encoding.ASCII.GetBytes(Harmless + "\0").CopyTo(elf, name);
        var temporary = Library + ".tmp";
        File.WriteAllBytes(temporary, elf);
        File.SetLastWriteTimeUtc(temporary, written);
        File.Delete(Library);
        File.Move(temporary, Library);
        Log.LogMessage(MessageImportance.High, $"{Path.GetFileName(Library)}: made to load with this system's libstdc++, which lacks {Version}");
        return true;
    }

    // Elf64_Verneed: version, count, file, first entry, next; Elf64_Vernaux: hash, flags, other, name, next.
    private static void MakeOptional(byte[] elf, int need, int strings)
    {
        for (var next = 1; next != 0; need += next)
        {
            next = BitConverter.ToInt32(elf, need + 12);
            var entry = need + BitConverter.ToInt32(elf, need + 8);
            for (var i = 0; i < BitConverter.ToUInt16(elf, need + 2); i++)
            {
                if (TextAt(elf, strings + BitConverter.ToInt32(elf, entry + 8)) == Version)
                {
                    elf[entry + 4] |= 2;
                }

                entry += BitConverter.ToInt32(elf, entry + 12);
            }
        }
    }

    // Elf64_Ehdr: section headers at 40, their number at 60, that of their names at 62; Elf64_Shdr: name, ..., offset at 24, size at 32.
    private static (int Offset, int Size) Section(byte[] elf, string name)
    {
        int Header(int index) => (int)BitConverter.ToInt64(elf, 40) + 64 * index;
        var names = (int)BitConverter.ToInt64(elf, Header(BitConverter.ToUInt16(elf, 62)) + 24);
        var header = Enumerable.Range(0, BitConverter.ToUInt16(elf, 60)).Select(Header)
            .First(at => TextAt(elf, names + BitConverter.ToInt32(elf, at)) == name);
        return ((int)BitConverter.ToInt64(elf, header + 24), (int)BitConverter.ToInt64(elf, header + 32));
    }

    private static string TextAt(byte[] elf, int start) => Encoding.ASCII.GetString(elf, start, Array.IndexOf(elf, (byte)0, start) - start);

    private static int IndexOf(byte[] bytes, byte[] wanted, int start)
    {
        for (var i = start; i <= bytes.Length - wanted.Length; i++)
        {
            if (bytes[i] == wanted[0] && bytes.Skip(i).Take(wanted.Length).SequenceEqual(wanted))
            {
                return i;
            }
        }

        return -1;
    }
}
