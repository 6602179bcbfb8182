using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Data;
using Pneumonia.Tests.Data;

namespace Pneumonia.Tests.Checks;

public sealed class InvertedLookTests(PhantomFixture phantoms) : IClassFixture<PhantomFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_phantom_does_not_look_inverted_and_its_negative_does()
    {
        var radiographs = phantoms.Data.Images.Select(image => new RadiographDecoder().DecodeFile(image.Path)).ToArray();

        Assert.DoesNotContain(radiographs, InvertedLook.Of);
        Assert.True(radiographs.Count(radiograph => InvertedLook.Of(radiograph.Inverted())) > 0.8 * radiographs.Length);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public void An_inverted_image_is_learned_from_as_the_other_would_be_at_every_depth(int bits)
    {
        var image = phantoms.Data.Images.First(each => InvertedLook.Of(new RadiographDecoder().DecodeFile(each.Path).Inverted()));
        var stored = new RadiographDecoder(asStored: true).DecodeFile(image.Path);
        var most = (1 << bits) - 1;
        var negative = image with
        {
            Path = _folder.Write("negative.png", ImageEncoder.Grey16Png(
                stored.Width, stored.Height, Array.ConvertAll(stored.Pixels.ToArray(), level => (ushort)(most - (level * most / ushort.MaxValue))))),
        };
        List<string> log = [];

        var store = ImageStore.Load([image, negative], new ImagePreparation(new ImageClassificationOptions().Network.Preprocessing), false, null, log.Add, CancellationToken.None);

        var worst = store.Pixels(0).ToArray().Zip(store.Pixels(1).ToArray(), (one, other) => Math.Abs(one - other)).Max();
        Assert.True(worst <= 2, $"{worst} apart");
        Assert.Contains(log, line => line.StartsWith("images that look inverted, black and white exchanged: 1, such as negative.png", StringComparison.Ordinal));
    }
}
