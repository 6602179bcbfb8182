using System.IO.Compression;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Saliency;

namespace Pneumonia.Tests.Saliency;

public sealed class SaliencyOverlayTests
{
    private static readonly SaliencyMap s_hotCorner = new("PNEUMONIA", "cam", 2, 2, new float[] { 1, 0, 0, 0 });

    [Fact]
    public void The_layer_is_opaque_where_the_map_is_hot_and_transparent_where_it_is_cold()
    {
        var png = SaliencyOverlay.Layer(s_hotCorner, 64, 48);

        // Alpha is dropped by the decoder; what is left are the colours of the map's two ends.
        var image = new RadiographDecoder(asStored: true).Decode(png, "layer.png");
        Assert.Equal((64, 48), (image.Width, image.Height));
        Assert.True(image.Pixels.Span[0] > 60000);
        Assert.True(image.Pixels.Span[^1] < 1000);
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.5f, 128)]
    [InlineData(1f, 255)]
    [InlineData(float.NaN, 0)]
    public void The_layers_alpha_is_the_maps_value(float value, byte alpha)
    {
        var png = SaliencyOverlay.Layer(new SaliencyMap("PNEUMONIA", "cam", 1, 1, new[] { value }), 8, 8);

        var (red, green, blue) = ColorMap.Color(float.IsNaN(value) ? 0 : value);
        Assert.Equal([red, green, blue, alpha], FirstPixel(png));
    }

    [Fact]
    public void A_blend_shows_the_x_ray_where_nothing_is_salient()
    {
        var radiograph = Grey(2000, 1000, 100);

        var image = new RadiographDecoder(asStored: true).Decode(SaliencyOverlay.Blend(radiograph, s_hotCorner, 0.5), "blend.png");

        Assert.Equal((1024, 512), (image.Width, image.Height));
        Assert.Equal(100 * 257, image.Pixels.Span[^1]);
        Assert.InRange(image.Pixels.Span[0] / 257, 165, 175);
    }

    [Fact]
    public void With_no_opacity_the_blend_is_the_x_ray()
    {
        var image = new RadiographDecoder(asStored: true).Decode(SaliencyOverlay.Blend(Grey(40, 40, 77), s_hotCorner, 0), "blend.png");

        Assert.All(image.Pixels.ToArray(), level => Assert.Equal(77 * 257, level));
    }

    [Fact]
    public void Lightness_of_the_colour_map_never_falls()
    {
        var lightness = Enumerable.Range(0, 256).Select(i => ColorMap.Color(i / 255f))
            .Select(c => (0.2126 * c.Red) + (0.7152 * c.Green) + (0.0722 * c.Blue)).ToArray();

        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1));
        Assert.True(lightness[0] < 5 && lightness[^1] > 240);
    }

    /// <summary>Of an RGBA PNG with one IDAT chunk. The first pixel of the first row is stored as it is, whatever the row's filter.</summary>
    private static byte[] FirstPixel(byte[] png)
    {
        var data = png.AsSpan().IndexOf("IDAT"u8) + 4;
        using var rows = new ZLibStream(new MemoryStream(png, data, png.Length - data), CompressionMode.Decompress);
        var filterAndPixel = new byte[5];
        rows.ReadExactly(filterAndPixel);
        return filterAndPixel[1..];
    }

    private static Radiograph Grey(int width, int height, byte level) => new(
        "synthetic", width, height, Enumerable.Repeat((ushort)(level * 257), width * height).ToArray(), 8, RadiographFormat.Png);
}
