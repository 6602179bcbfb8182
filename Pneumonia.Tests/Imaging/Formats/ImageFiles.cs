namespace Pneumonia.Tests.Imaging.Formats;

/// <summary>The checked-in images, all of the same synthetic pattern (fixtures/generate.py).</summary>
internal static class ImageFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Imaging", "fixtures");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));
}
