using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Tests.Imaging.Formats;

namespace Pneumonia.Tests.Imaging;

/// <summary>Against OpenCV (reference/clahe.cpp) and NumPy (reference/generate_percentiles.py).</summary>
public sealed class StandardisationTests
{
    [Fact]
    public void Clahe_agrees_with_OpenCV_at_every_size()
    {
        foreach (var image in Read<ClaheCase[]>("clahe.json"))
        {
            var pixels = Array.ConvertAll(image.Image, level => level / 255f);

            GreyStandardisation.Apply(pixels, image.Width, Standardisation.Clahe);

            Assert.Equal(image.Equalised, Array.ConvertAll(pixels, grey => (int)MathF.Round(grey * 255)));
        }
    }

    [Fact]
    public void Percentiles_agree_with_numpy()
    {
        var reference = Read<PercentileCase>("percentiles.json");
        var pixels = reference.Image.ToArray();

        GreyStandardisation.Apply(pixels, 20, Standardisation.Percentile);

        Assert.All(reference.Stretched.Zip(pixels), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Another_exposure_gives_the_same_input()
    {
        var image = Read<PercentileCase>("percentiles.json").Image;
        var (plain, dimmed) = (image.ToArray(), Array.ConvertAll(image, grey => 0.2f + 0.5f * grey));

        GreyStandardisation.Apply(plain, 20, Standardisation.Percentile);
        GreyStandardisation.Apply(dimmed, 20, Standardisation.Percentile);

        Assert.All(plain.Zip(dimmed), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Theory]
    [InlineData(Standardisation.Percentile)]
    [InlineData(Standardisation.Clahe)]
    public void An_image_of_one_level_stays_finite_and_in_range(Standardisation kind)
    {
        var pixels = Enumerable.Repeat(0.4f, 300).ToArray();

        GreyStandardisation.Apply(pixels, 20, kind);

        Assert.All(pixels, grey => Assert.InRange(grey, 0, 1));
        Assert.Single(pixels.Distinct());
    }

    [Fact]
    public void Preprocessing_of_an_older_zip_standardises_nothing()
    {
        var preprocessing = JsonSerializer.Deserialize<Preprocessing>("""{"width":32,"height":32}""", ModelJson.Options)!;

        Assert.Equal(Standardisation.None, preprocessing.Standardisation);
    }

    [Fact]
    public void Preprocessing_standardises_between_resizing_and_normalisation()
    {
        var radiograph = new RadiographDecoder().DecodeFile(ImageFiles.PathOf("pattern.png"));
        var preprocessing = new Preprocessing { Width = 24, Height = 20, Standardisation = Standardisation.Percentile };

        var expected = new ImagePreparation(preprocessing).Whole(radiograph);
        GreyStandardisation.Apply(expected, 24, Standardisation.Percentile);

        Assert.Equal(Array.ConvertAll(expected, grey => (grey - preprocessing.Mean) / preprocessing.Std), new ImagePreparation(preprocessing).Apply(radiograph));
    }

    private static T Read<T>(string name) => JsonSerializer.Deserialize<T>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Imaging", "reference", name)), ModelJson.Options)!;

    private sealed record ClaheCase(int Width, int[] Image, int[] Equalised);

    private sealed record PercentileCase(float[] Image, float[] Stretched);
}
