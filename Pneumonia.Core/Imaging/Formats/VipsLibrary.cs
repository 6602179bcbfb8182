using NetVips;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>libvips, set up for untrusted files and for callers that decode several of them side by side.</summary>
internal static class VipsLibrary
{
    private static readonly string[] s_loaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadTiff", "VipsForeignLoadWebp"];

    static VipsLibrary()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in s_loaders)
        {
            Operation.Block(loader, false);
        }

        // No image is asked for twice, and a cached one would keep its pixels.
        Cache.Max = 0;
        // The callers have as many threads as there are cores.
        NetVips.NetVips.Concurrency = 1;
        // Bad images are ordinary input, and the caller gets an exception anyway: nothing goes to the terminal.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, (_, _, _) => { });
        Log.SetLogHandler("GLib-GObject", Enums.LogLevelFlags.All, (_, _, _) => { });
    }

    /// <summary>Sets libvips up where that has not been done. Call it before any other use of NetVips.</summary>
    public static void Ready()
    {
    }
}
