using Pneumonia.Core.Imaging;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>An image that methods are compared on.</summary>
/// <param name="Radiograph">The image, with findings.</param>
/// <param name="Boxes">Where its findings lie, in its pixels; empty where nobody knows.</param>
public sealed record ComparisonCase(Radiograph Radiograph, IReadOnlyList<PixelBox> Boxes)
{
    private const int PhantomSide = 512;

    /// <summary>Synthetic X-rays with pneumonia and the boxes of their opacities.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same one gives the same phantoms.</param>
    public static IReadOnlyList<ComparisonCase> Phantoms(int count, int seed)
    {
        var (generator, random) = (new PhantomGenerator(PhantomSide), new Random(seed));
        return [.. Enumerable.Range(1, count).Select(number => Of(generator.Draw(random, pneumonia: true), $"phantom {number}"))];
    }

    private static ComparisonCase Of(Phantom phantom, string name)
    {
        var pixels = Array.ConvertAll(phantom.Pixels.ToArray(), level => (ushort)(level * 257));
        return new ComparisonCase(
            new Radiograph(name, phantom.Size, phantom.Size, pixels, 8, RadiographFormat.Png),
            [.. phantom.Boxes.Select(box => new PixelBox(box.X, box.Y, box.Width, box.Height))]);
    }
}
