namespace Pneumonia.Core.Imaging.Bars;

/// <summary>Finds the bars of one grey that an export puts around an X-ray to fill a screen: black, white or grey, on one to four sides, with
/// lines of text or the noise of a JPEG in them.</summary>
/// <remarks>
/// A bar's outermost lines are of one grey from end to end, and so are most of the others; a line that is not (a time stamp) belongs to the bar
/// only where such lines follow it soon. An X-ray's own background ends where the body begins: no line that crosses a body is of one grey. What
/// a collimator left dark, or a detector saturated, may be cut; none of it shows anything.
/// </remarks>
internal static class UniformBars
{
    // Nested bars, as of a screenshot of a film strip, come off one after the other.
    private const int MostPasses = 4;

    // A portrait X-ray on a wide screen fills 30% of its width. What is wanted off beyond these limits is no border of a picture.
    private const double LeastSide = 0.25;
    private const double LeastArea = 0.15;
    private const int LeastPixels = 32;

    private static readonly (ImageSide, ImageSide)[] s_opposites = [(ImageSide.Left, ImageSide.Right), (ImageSide.Top, ImageSide.Bottom)];

    /// <summary>How many pixels of each side are bars; none where little else would be left.</summary>
    /// <param name="pixels">Row-major grey levels.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public static Margins Find(ReadOnlySpan<ushort> pixels, int width, int height)
    {
        var inside = new PixelBox(0, 0, width, height);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = inside;
            foreach (var (one, other) in s_opposites)
            {
                inside = WithoutBars(pixels, width, inside, one, other);
                if (inside.Width < Math.Max(LeastPixels, LeastSide * width) || inside.Height < Math.Max(LeastPixels, LeastSide * height)
                    || inside.Area < LeastArea * width * height)
                {
                    return Margins.None;
                }
            }

            if (inside == before)
            {
                break;
            }
        }

        return new Margins(inside.X, inside.Y, width - inside.X - inside.Width, height - inside.Y - inside.Height);
    }

    /// <summary>What is left of pixels.</summary>
    /// <param name="pixels">Row-major.</param>
    /// <param name="width">Columns.</param>
    /// <param name="margins">What to cut off.</param>
    /// <returns>The pixels left, their columns and their rows.</returns>
    public static (ushort[] Pixels, int Width, int Height) Cut(ushort[] pixels, int width, Margins margins)
    {
        if (margins.AreNone)
        {
            return (pixels, width, pixels.Length / width);
        }

        var (left, rows) = (width - margins.Left - margins.Right, pixels.Length / width - margins.Top - margins.Bottom);
        var cut = new ushort[left * rows];
        for (var y = 0; y < rows; y++)
        {
            pixels.AsSpan((y + margins.Top) * width + margins.Left, left).CopyTo(cut.AsSpan(y * left));
        }

        return (cut, left, rows);
    }

    private static PixelBox WithoutBars(ReadOnlySpan<ushort> pixels, int width, PixelBox inside, ImageSide one, ImageSide other)
    {
        var lines = one == ImageSide.Left ? inside.Width : inside.Height;
        var (first, second) = new BarPair(new BarLines(pixels, width, inside, one).End(), new BarLines(pixels, width, inside, other).End(), lines).Cut();
        // Nothing but one grey: both sides have counted it.
        return first + second >= lines ? default : Without(other, second, Without(one, first, inside));
    }

    private static PixelBox Without(ImageSide side, int depth, PixelBox box) => side switch
    {
        ImageSide.Left => box with { X = box.X + depth, Width = box.Width - depth },
        ImageSide.Right => box with { Width = box.Width - depth },
        ImageSide.Top => box with { Y = box.Y + depth, Height = box.Height - depth },
        _ => box with { Height = box.Height - depth },
    };
}
