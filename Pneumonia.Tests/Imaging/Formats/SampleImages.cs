namespace Pneumonia.Tests.Imaging.Formats;

/// <summary>Smooth pixels that differ in every direction, so that a turned or shifted image shows.</summary>
internal static class SampleImages
{
    public static byte[] Grey8(int width, int height) => [.. Grey16(width, height).Select(v => (byte)(v >> 8))];

    public static ushort[] Grey16(int width, int height) =>
    [
        .. from y in Enumerable.Range(0, height)
           from x in Enumerable.Range(0, width)
           select (ushort)((45000.0 * x / width) + (20000.0 * y * y / (height * height))),
    ];
}
