using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Studies.Subgroups;

namespace Pneumonia.Tests.Studies.Subgroups;

public sealed class ImageSizesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_are_halved_by_their_size_and_unreadable_ones_left_out()
    {
        var classes = ImageSizes.Classes([Image("a", 100, 100), Image("b", 400, 300), Image("c", 500, 400), Image("d", 0, 0)]);

        Assert.Equal(["up to 0.12 megapixels", "up to 0.12 megapixels", "more than 0.12 megapixels", null], classes);
    }

    private XRay Image(string name, int width, int height)
    {
        byte[] bytes = width == 0 ? [1, 2, 3] : ImageEncoder.GreyPng(width, height, new byte[width * height]);
        return new XRay(_folder.Write(name, bytes), "NORMAL", null, name, null, null);
    }
}
