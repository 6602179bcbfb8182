using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Data;
using Pneumonia.Model.Training.Images;

namespace Pneumonia.Tests.Training.Images;

public sealed class ShortcutWeightsTests : IDisposable
{
    private const int Side = 32;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_of_another_class_by_their_grey_levels_come_more_often_and_additional_ones_do_not()
    {
        var store = Load();
        var said = new List<string>();
        var options = new ImageClassificationOptions { Data = new() { ShortcutWeight = 3, AdditionalImages = [store.Images[0]] } };

        var weights = ShortcutWeights.Of(store, options, said.Add)!;

        Assert.Equal(store.Images.Select((_, i) => i > 0 && IsMisleading(i) ? 3.0 : 1), weights);
        Assert.StartsWith("4 of 60 images come 3 times as often", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_weight_of_1_nothing_is_probed() => Assert.Null(
        ShortcutWeights.Of(Load(), new ImageClassificationOptions(), _ => { }));

    private static bool IsMisleading(int index) => index is < 4 or 60;

    // Dark ones are NORMAL and light ones PNEUMONIA, but for a few.
    private ImageStore Load()
    {
        var images = Enumerable.Range(0, 61).Select(i =>
        {
            var isLight = i % 2 == 0;
            var path = Path.Combine(_folder.Path, $"{i}.png");
            var pixels = new byte[Side * Side];
            new Random(i).NextBytes(pixels);
            File.WriteAllBytes(path, ImageEncoder.GreyPng(Side, Side, Array.ConvertAll(pixels, noise => (byte)((noise / 4) + (isLight ? 150 : 40)))));
            return new XRay(path, isLight == IsMisleading(i) ? "NORMAL" : "PNEUMONIA", null, $"p{i}", null, null);
        }).ToArray();
        return ImageStore.Load(images, new ImagePreparation(new Preprocessing { Width = Side, Height = Side }), false, null, _ => { }, default);
    }
}
