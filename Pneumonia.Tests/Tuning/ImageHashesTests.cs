using Pneumonia.Core.Data;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Tests.Tuning;

public sealed class ImageHashesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_order_and_the_place_of_the_images_do_not_matter()
    {
        var (a, b) = (Image("one/a.png", 1), Image("one/b.png", 2));
        var (movedA, movedB) = (Image("two/a.png", 1), Image("two/b.png", 2));

        Assert.Equal(Hash(a, b), Hash(movedB, movedA));
    }

    [Fact]
    public void Another_content_another_name_and_another_class_are_other_images()
    {
        var image = Image("one/a.png", 1);

        Assert.Equal(4, new[]
        {
            Hash(image), Hash(Image("two/a.png", 3)), Hash(Image("one/c.png", 1)), Hash(image with { Class = "OTHER" }),
        }.Distinct().Count());
    }

    private XRay Image(string file, byte content) => new(_folder.Write(file, [content]), "NORMAL", "train", file, null, null);

    private static string Hash(params XRay[] images) => ImageHashes.Of(images, CancellationToken.None);
}
