using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation.Quality;

/// <summary>Whether a map moves along when the image is moved a little, as it must where the map is about the image.</summary>
internal static class ImageShift
{
    /// <summary>How far: one part in so many of the image's side.</summary>
    private const int PartOfSide = 50;

    /// <summary>Correlation of the map with the map of the image moved to the right and down, moved back; -1 to 1. The strip that
    /// entered from outside is left out.</summary>
    public static double Correlation(ExplanationRequest request, IExplanationMethod method, SaliencyMap map)
    {
        using var scope = NewDisposeScope();
        var (right, down) = (Distance(request.Width), Distance(request.Height));
        var moved = Saliency.Map(request with { Image = Move(request.Image, right, down), Features = null }, map.Class, method);
        var (width, height) = (request.Width, request.Height);
        var back = PixelMap.Of(moved, width, height).Roll(-right, -down);
        return MapAgreement.Correlation(Inner(PixelMap.Of(map, width, height), right, down), Inner(back, right, down));
    }

    /// <summary>The image moved; its own edges fill what is left.</summary>
    internal static Tensor Move(Tensor image, int right, int down) =>
        nn.functional.pad(image, [right, 0, down, 0], PaddingModes.Replicate)
            .narrow(2, 0, image.shape[2]).narrow(3, 0, image.shape[3]).contiguous();

    private static int Distance(int side) => Math.Max(1, side / PartOfSide);

    private static float[] Inner(PixelMap map, int right, int down) =>
        [.. map.Values.Where((_, i) => i % map.Width < map.Width - right && i / map.Width < map.Height - down)];
}
