using System.IO.Compression;
using System.Runtime.InteropServices;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Tests.Diagnosing;

public sealed class ScreenImagesTests
{
    [Fact]
    public void Levels_are_those_of_the_file_pixel_by_pixel_up_to_what_a_browser_can_hold()
    {
        var (width, height, levels) = Unpack(Strip(3_000, 40));
        Assert.Equal((3_000, 40), (width, height));
        Assert.Equal(Strip(3_000, 40).Pixels.ToArray(), levels);

        (width, height, levels) = Unpack(Strip(8_192, 80));
        Assert.Equal((4_096, 40, 4_096 * 40), (width, height, levels.Length));
    }

    private static Radiograph Strip(int width, int height) => new(
        "strip", width, height, Enumerable.Range(0, width * height).Select(i => (ushort)(i * 7919)).ToArray(), 16, RadiographFormat.Png);

    private static (int Width, int Height, ushort[] Levels) Unpack(Radiograph radiograph)
    {
        using var gzip = new GZipStream(new MemoryStream(ScreenImages.Levels(radiograph).Bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        var bytes = plain.ToArray();
        return (BitConverter.ToInt32(bytes), BitConverter.ToInt32(bytes, 4), MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(8)).ToArray());
    }
}
