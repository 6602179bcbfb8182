using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Lungs;

/// <summary>The lung fields of one X-ray, on a grid that covers the whole image: the parts behind the heart and below the diaphragm's dome included.</summary>
public sealed class LungField
{
    /// <summary>Columns and rows of the grid.</summary>
    public const int Side = 128;

    private const float LeastProbability = 0.5f;

    // Specks are no lungs: less than this share of the image, or of the largest part.
    private const double LeastShareOfImage = 0.012;
    private const double LeastShareOfLargest = 0.12;
    private const int MostParts = 4;

    // Of 5,232 children and 3,940 adults, all but four lie within.
    private const double LeastArea = 0.08;
    private const double MostArea = 0.75;
    private const double LeastSide = 0.25;
    private const double LeastSmallerLung = 0.15;

    private readonly bool[] _mask;

    private LungField(bool[] mask, IReadOnlyList<int[]> parts)
    {
        _mask = mask;
        Area = mask.Count(inside => inside) / (double)mask.Length;
        Box = BoxOf(mask);
        IsPlausible = Area is >= LeastArea and <= MostArea && Math.Min(Box.Width, Box.Height) >= LeastSide && AreSideBySide(parts);
    }

    /// <summary>Whether each place of the grid is lung; row-major, <see cref="Side"/> squared.</summary>
    public ReadOnlySpan<bool> Mask => _mask;

    /// <summary>Share of the image that is lung, 0 to 1.</summary>
    public double Area { get; }

    /// <summary>The box around all that is lung; the whole image where nothing is.</summary>
    public RelativeBox Box { get; }

    /// <summary>Whether this looks like the two lungs of a frontal X-ray: large enough, one to either side.</summary>
    public bool IsPlausible { get; }

    /// <summary>Cleans what a network tells of an image: specks go, the greatest parts stay.</summary>
    /// <param name="probabilities">Probability of lung, 0 to 1; row-major, <see cref="Side"/> squared.</param>
    /// <exception cref="ArgumentException">There are more or fewer of them.</exception>
    public static LungField Of(ReadOnlySpan<float> probabilities)
    {
        if (probabilities.Length != Side * Side)
        {
            throw new ArgumentException($"{probabilities.Length} values do not make {Side}x{Side}.", nameof(probabilities));
        }

        var likely = new bool[probabilities.Length];
        for (var i = 0; i < likely.Length; i++)
        {
            likely[i] = probabilities[i] > LeastProbability;
        }

        var mask = new bool[likely.Length];
        var all = MaskParts.Of(likely, Side);
        int[][] parts = [.. all.Take(MostParts).Where(part => part.Length >= Math.Max(LeastShareOfImage * mask.Length, LeastShareOfLargest * all[0].Length))];
        foreach (var part in parts)
        {
            foreach (var index in part)
            {
                mask[index] = true;
            }
        }

        return new LungField(mask, parts);
    }

    /// <summary>Whether a place is lung.</summary>
    /// <param name="x">0 is the image's left edge, 1 its right one.</param>
    /// <param name="y">0 is the image's upper edge, 1 its lower one.</param>
    public bool Contains(double x, double y) =>
        x is >= 0 and < 1 && y is >= 0 and < 1 && _mask[(int)(y * Side) * Side + (int)(x * Side)];

    /// <summary>An X-ray at the size that the lungs are found at.</summary>
    /// <param name="grey">Row-major grey levels from 0 to 1.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public static float[] View(ReadOnlySpan<float> grey, int width, int height)
    {
        var view = new float[Side * Side];
        ImageResizer.Resize(grey, width, height, view, Side, Side, Interpolation.AntialiasedBilinear);
        return view;
    }

    /// <summary>Weights that are 1 in the lungs and near them, fall off softly, and are 0 elsewhere.</summary>
    /// <param name="grown">How far they are widened, as a share of the image's width.</param>
    /// <returns>Row-major, <see cref="Side"/> squared.</returns>
    public float[] Weights(double grown)
    {
        var weights = Array.ConvertAll(_mask, inside => inside ? 1f : 0f);
        if (grown <= 0)
        {
            return weights;
        }

        // At the edge of a large part the blur is a half: what is more than a quarter lies within 0.7 deviations of it.
        var deviation = grown * Side;
        var blurred = ImageBlur.Apply(weights, Side, Side, deviation, (int)Math.Ceiling(3 * deviation));
        return Array.ConvertAll(blurred, weight => Math.Min(1, 4 * weight));
    }

    // The two largest parts: neither a rest of the other, and further apart along rows than along columns.
    private static bool AreSideBySide(IReadOnlyList<int[]> parts) =>
        parts.Count >= 2 && parts[1].Length >= LeastSmallerLung * (parts[0].Length + parts[1].Length)
        && Math.Abs(parts[0].Average(i => i % Side) - parts[1].Average(i => i % Side))
            > Math.Abs(parts[0].Average(i => i / Side) - parts[1].Average(i => i / Side));

    private static RelativeBox BoxOf(bool[] mask)
    {
        var (left, top, right, bottom) = (Side, Side, 0, 0);
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i])
            {
                var (y, x) = Math.DivRem(i, Side);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }

        return right == 0 ? RelativeBox.Whole : new RelativeBox(left / (double)Side, top / (double)Side, right / (double)Side, bottom / (double)Side);
    }
}
