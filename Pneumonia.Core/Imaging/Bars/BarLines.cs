namespace Pneumonia.Core.Imaging.Bars;

/// <summary>The lines of a part of an image that run along one of its sides, from that side inwards.</summary>
internal readonly ref struct BarLines
{
    // How far from the side text is looked for, of all lines: in wide bars, else in narrow ones.
    private const double WideShare = 0.07;
    private const double NarrowShare = 0.02;

    // A dark background with a marker in it may end at a collimator's edge.
    private const double WideWithTextShare = 0.12;

    // With fewer there is no bar.
    private const double LeastShare = 0.01;
    private const int LeastLines = 3;

    // Narrow and dark may be a collimator's, which has noise: that is left. An export's has none.
    private const double NarrowDarkShare = 0.06;
    private const double MostNarrowNoise = 0.35;

    // No background is as flat, and bright, and as wide: in none of 5,232 X-rays of children.
    private const double LeastBrightShare = 0.03;

    // Lines of text between lines of one grey.
    private const double MostTextLines = 0.08;
    private const int LeastMostTextLines = 28;
    private const double LeastClean = 0.2;

    private readonly ReadOnlySpan<ushort> _pixels;
    private readonly int _start;
    private readonly int _lineStep;
    private readonly int _pixelStep;
    private readonly int _lines;
    private readonly int _length;

    /// <summary>The lines of a box.</summary>
    /// <param name="pixels">Row-major pixels of the whole image.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="box">The part looked at.</param>
    /// <param name="side">Side of the box where the lines begin.</param>
    public BarLines(ReadOnlySpan<ushort> pixels, int width, PixelBox box, ImageSide side)
    {
        _pixels = pixels;
        var first = box.Y * width + box.X;
        (_start, _lineStep, _pixelStep, _lines, _length) = side switch
        {
            ImageSide.Left => (first, 1, width, box.Width, box.Height),
            ImageSide.Right => (first + box.Width - 1, -1, width, box.Width, box.Height),
            ImageSide.Top => (first, width, 1, box.Height, box.Width),
            _ => (first + (box.Height - 1) * width, -width, 1, box.Height, box.Width),
        };
    }

    /// <summary>The lines of one grey; all of them where there is nothing else.</summary>
    public BarEnd End()
    {
        if (Grey() is not { } grey)
        {
            return default;
        }

        var wide = End(grey, WideShare);
        return wide.IsCertain ? wide : End(grey, NarrowShare) is { IsCertain: true } narrow ? narrow : wide;
    }

    // That of the flattest of the outermost lines: text can stand in some of them.
    private BarGrey? Grey()
    {
        BarGrey? flattest = null;
        for (var line = 0; line == 0 || (line < LeastMostTextLines && line < WideShare * _lines); line = line == 0 ? 1 : 2 * line)
        {
            if (BarGrey.Of(Line(line)) is { } grey && (flattest is null || grey.Tolerance < flattest.Value.Tolerance))
            {
                flattest = grey;
            }
        }

        return flattest;
    }

    private BarEnd End(BarGrey grey, double textShare)
    {
        var text = new BarText(_length);
        var looked = Math.Min(_lines, (int)Math.Ceiling(textShare * _lines));
        for (var line = 0; line < looked; line++)
        {
            text.Mark(Line(line), grey);
        }

        var (places, isText) = text.OtherPlaces();
        var (depth, clean, between, noise) = (0, 0, 0, 0.0);
        var mostBetween = Math.Max(LeastMostTextLines, MostTextLines * _lines);
        for (var line = 0; line < _lines && between <= mostBetween; line++)
        {
            var pixels = Line(line);
            if (grey.Fills(pixels, places))
            {
                (depth, clean, between, noise) = (line + 1, clean + 1, 0, noise + grey.Noise(pixels, places));
            }
            else
            {
                between++;
            }
        }

        var isCollimated = grey.IsDark && depth < NarrowDarkShare * _lines && noise > MostNarrowNoise * clean;
        if (clean < Math.Max(LeastLines, LeastShare * _lines) || clean < LeastClean * depth || isCollimated)
        {
            return default;
        }

        return PictureBegins(depth, grey, places) is { } at ? new(at, !(grey.IsDark && isText) || at >= WideWithTextShare * _lines, isText)
            : grey.IsFlat ? new(depth, !grey.IsDark && !isText && depth >= LeastBrightShare * _lines, isText)
            : default;
    }

    // Where a picture begins at once, beyond lines into which its edge rings; null where it fades in, as an X-ray's own background does.
    private int? PictureBegins(int depth, BarGrey grey, ReadOnlySpan<bool> places)
    {
        const int mostRinging = 8;
        for (var line = depth; line <= depth + mostRinging && line + 1 < _lines; line++)
        {
            if (!grey.MayRingIn(Line(line), places))
            {
                return grey.IsGoneFrom(Line(line + 1), places) ? line : null;
            }
        }

        return null;
    }

    private ushort[] Line(int line)
    {
        var copy = new ushort[_length];
        for (int i = 0, at = _start + line * _lineStep; i < _length; i++, at += _pixelStep)
        {
            copy[i] = _pixels[at];
        }

        return copy;
    }
}
