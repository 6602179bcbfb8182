using System.Text.Json;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Tests.Imaging.Formats;

/// <summary>Against Pillow and torch (reference/generate.py).</summary>
public sealed class ResizingTests
{
    private static readonly Dictionary<string, Values> s_reference = JsonSerializer.Deserialize<Dictionary<string, Values>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Imaging", "reference", "resizing.json")), JsonSerializerOptions.Web)!;

    private static readonly Radiograph s_pattern = new RadiographDecoder().DecodeFile(ImageFiles.PathOf("pattern.png"));

    [Theory]
    [InlineData("reduced")]
    [InlineData("enlarged")]
    [InlineData("mixed")]
    public void Antialiased_bilinear_agrees_with_pillow(string name)
    {
        var expected = s_reference[name];

        var actual = new ImagePreparation(new Preprocessing { Width = expected.Width, Height = expected.Height }).Whole(s_pattern);

        Assert.All(expected.Numbers.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void A_map_is_enlarged_as_torch_does()
    {
        var (map, expected) = (s_reference["map"], s_reference["mapEnlarged"]);

        var actual = ImageResizer.Bilinear(map.Numbers, map.Width, map.Height, expected.Width, expected.Height);

        Assert.All(expected.Numbers.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Theory]
    [InlineData(Interpolation.AntialiasedBilinear)]
    [InlineData(Interpolation.Area)]
    [InlineData(Interpolation.Bilinear)]
    public void An_image_of_the_right_size_passes_unchanged(Interpolation interpolation)
    {
        var pixels = new ImagePreparation(new Preprocessing { Width = 48, Height = 40, Interpolation = interpolation }).Whole(s_pattern);

        Assert.Equal(s_pattern.Pixels.ToArray(), pixels.Select(v => (ushort)MathF.Round(v * 65535)));
    }

    [Fact]
    public void Area_is_the_mean_of_what_an_output_pixel_covers()
    {
        // Of five columns each output pixel covers two and a half; of two rows, one each.
        var image = new Radiograph("r", 5, 2, new ushort[] { 0, 100, 200, 300, 400, 10, 10, 10, 10, 10 }, 16, RadiographFormat.Png);

        var reduced = ImageResizer.Grey(image, 2, 2, Interpolation.Area);

        float[] expected = [(0 + 100 + 100) / 2.5f, (100 + 300 + 400) / 2.5f, 10, 10];
        Assert.All(expected.Zip(reduced), pair => Assert.Equal(pair.First / 65535, pair.Second, 1e-7f));
    }

    [Fact]
    public void Bilinear_sees_the_two_nearest_of_each_side_whatever_the_reduction()
    {
        ushort[] row = [0, 0, 0, 100, 300, 0, 0, 0];
        var image = new Radiograph("r", 8, 1, row, 16, RadiographFormat.Png);

        Assert.Equal(200f / 65535, Assert.Single(ImageResizer.Grey(image, 1, 1, Interpolation.Bilinear)), 1e-7f);
    }

    [Fact]
    public void The_networks_input_is_normalised()
    {
        var preprocessing = new Preprocessing { Mean = 0.5f, Std = 0.25f };

        var input = new ImagePreparation(preprocessing).Apply(s_pattern);

        Assert.All(new ImagePreparation(preprocessing).Whole(s_pattern).Zip(input), pair => Assert.Equal((pair.First - 0.5f) / 0.25f, pair.Second, 1e-6f));
    }

    [Fact]
    public void Interpolation_is_written_by_name() =>
        Assert.Contains("\"interpolation\":\"AntialiasedBilinear\"", JsonSerializer.Serialize(new Preprocessing(), JsonSerializerOptions.Web));

    [Fact]
    public void A_copy_for_a_screen_keeps_the_aspect_ratio_and_is_never_enlarged()
    {
        Assert.Equal((24, 20), (s_pattern.ToGrey8(24).Width, s_pattern.ToGrey8(24).Height));
        Assert.Equal(SampleImages.Grey8(48, 40), s_pattern.ToGrey8(1000).Pixels.ToArray());
    }

    private sealed record Values(int Width, int Height, [property: System.Text.Json.Serialization.JsonPropertyName("values")] float[] Numbers);
}
