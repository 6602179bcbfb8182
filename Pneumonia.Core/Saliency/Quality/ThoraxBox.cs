using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Saliency.Quality;

/// <summary>Finds the thorax on a frontal chest X-ray by its projections: simple, without anything learned, and good enough to
/// tell a map on the chest from one on a marker, an arm or the border.</summary>
/// <remarks>The sides are those of the body, where columns turn as dark as air. Between them, in the columns of the darker
/// lung, brightness falls most at the apices and rises most at the diaphragm. Where an edge is not clear, the image's edge stands in; so
/// it does below where a thorax would be found of less than half the image's height, as a consolidation can look like a
/// diaphragm.</remarks>
public static class ThoraxBox
{
    private const int Side = 64;
    private const double AirLevel = 0.4;
    private const double ClearStep = 0.06;

    /// <summary>Estimates the thorax.</summary>
    /// <param name="grey">Row-major grey levels of an X-ray with dark air.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <returns>A box around the lung fields, chest wall included; the whole image where it shows no structure.</returns>
    public static PixelBox Estimate(ReadOnlySpan<float> grey, int width, int height)
    {
        var image = ImageResizer.Bilinear(grey, width, height, Side, Side);
        var (dark, range) = Levels(image);
        var (left, right) = Body(image, dark);
        var steps = Steps(LungProfile(image, left, right));
        var (top, bottom) = (Apices(steps, range), Diaphragm(steps, range));
        var box = bottom - top < Side / 2
            ? new PixelBox(left, top, right - left, Side - top)
            : new PixelBox(left, top, right - left, bottom - top);
        return box.Scale((Side, Side), (width, height));
    }

    private static (float Dark, float Range) Levels(float[] image)
    {
        var sorted = image.Order().ToArray();
        var dark = sorted[sorted.Length / 50];
        return (dark, sorted[^(sorted.Length / 50)] - dark);
    }

    /// <summary>Columns that are bright somewhere: ribs, shoulders and belly make even those of the lungs so.</summary>
    private static (int Left, int Right) Body(float[] image, float dark)
    {
        var (from, to) = (Side / 5, Side * 9 / 10);
        var bright = new float[Side];
        for (var x = 0; x < Side; x++)
        {
            var column = Enumerable.Range(from, to - from).Select(y => image[y * Side + x]).Order().ToArray();
            bright[x] = column[column.Length * 4 / 5];
        }

        var threshold = dark + AirLevel * (bright.Max() - dark);
        var left = Array.FindIndex(bright, level => level > threshold);
        return left < 0 ? (0, Side) : (left, Array.FindLastIndex(bright, level => level > threshold) + 1);
    }

    /// <summary>Mean of each row over the middle of a lung, between chest wall and spine: of the darker lung, as the other may be
    /// consolidated.</summary>
    private static float[] LungProfile(float[] image, int left, int right)
    {
        var (first, second) = (Columns(0.12, 0.38), Columns(0.62, 0.88));
        return [.. Enumerable.Range(0, Side).Select(y => Math.Min(first.Average(x => image[y * Side + x]), second.Average(x => image[y * Side + x])))];

        int[] Columns(double from, double to) =>
            [.. Enumerable.Range(left, right - left).Where(x => (x - left + 0.5) / (right - left) > from && (x - left + 0.5) / (right - left) < to)
                .DefaultIfEmpty(left)];
    }

    /// <summary>How much brighter it is below each row than above it; 0 near the image's edges.</summary>
    private static float[] Steps(float[] profile)
    {
        const int reach = Side / 10;
        var steps = new float[Side];
        for (var y = reach; y <= Side - reach; y++)
        {
            steps[y] = profile.AsSpan(y, reach).ToArray().Average() - profile.AsSpan(y - reach, reach).ToArray().Average();
        }

        return steps;
    }

    private static int Apices(float[] steps, float range)
    {
        var row = Enumerable.Range(0, Side * 2 / 5).MinBy(y => steps[y]);
        return steps[row] < -ClearStep * range ? Math.Max(0, row - Side * 6 / 100) : 0;
    }

    private static int Diaphragm(float[] steps, float range)
    {
        var from = Side * 45 / 100;
        var row = Enumerable.Range(from, Side - from).MaxBy(y => steps[y]);
        return steps[row] > ClearStep * range ? Math.Min(Side, row + Side * 8 / 100) : Side;
    }
}
