namespace Pneumonia.Core.Saliency.Quality;

/// <summary>Whether a map moves along when the image is moved a little, as it must where the map is about the image.</summary>
internal static class ShiftAgreement
{
    /// <summary>How far: one part in so many of the image's side.</summary>
    private const int PartOfSide = 50;

    /// <summary>Correlation of the map with the map of the image moved to the right and down, moved back; -1 to 1. The strip that
    /// entered from outside is left out.</summary>
    public static double Correlation(ExplanationRequest request, IExplanationMethod method, SaliencyMap map)
    {
        var (width, height) = (request.Width, request.Height);
        var (right, down) = (Distance(width), Distance(height));
        var moved = SaliencyMap.Of(
            request with { Image = MoveViews(request.Image, width, height, request.Views.Count, right, down), Features = null }, map.Class, method);
        var back = PixelMap.Of(moved, width, height).Roll(-right, -down);
        return MapAgreement.Correlation(Inner(PixelMap.Of(map, width, height), right, down), Inner(back, right, down));
    }

    // What leaves a view must not enter another.
    private static float[] MoveViews(float[] image, int width, int height, int views, int right, int down) =>
        [.. image.Chunk(image.Length / views).SelectMany(view => Move(view, width, height / views, right, down))];

    /// <summary>The image moved; its own edges fill what is left.</summary>
    internal static float[] Move(float[] image, int width, int height, int right, int down)
    {
        var moved = new float[image.Length];
        for (var y = 0; y < height; y++)
        {
            var from = image.AsSpan(Math.Max(0, y - down) * width, width);
            var to = moved.AsSpan(y * width, width);
            to[..right].Fill(from[0]);
            from[..^right].CopyTo(to[right..]);
        }

        return moved;
    }

    private static int Distance(int side) => Math.Max(1, side / PartOfSide);

    private static float[] Inner(PixelMap map, int right, int down) =>
        [.. map.Values.Where((_, i) => i % map.Width < map.Width - right && i / map.Width < map.Height - down)];
}
