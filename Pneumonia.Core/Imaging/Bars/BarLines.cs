namespace Pneumonia.Core.Imaging.Bars;

/// <summary>The lines of a part of an image that run along one of its sides, from that side inwards.</summary>
internal readonly ref struct BarLines
{
    // Of 65535. What a JPEG makes of one grey differs by 2 of 255, and by more only where text or the picture is near.
    private const int MostNoise = 6 * 257;

    // Share of a line's pixels that may differ more: what is left of a letter's edge.
    private const double MostOthers = 0.01;

    // Mean difference within the lines of one grey: a film's or a detector's noise has more.
    private const double MostMeanNoise = 1.25 * 257;

    // Of the lines along a side: how few make no bar, and how many of text may stand between lines of one grey.
    private const double LeastShare = 0.01;
    private const int LeastLines = 3;
    private const double MostText = 0.08;
    private const int LeastMostText = 12;
    private const double LeastClean = 0.3;

    // A JPEG's blocks are 8 pixels wide: so far the picture's edge rings into the bar.
    private const int MostRinging = 8;
    private const double RingingNoise = 12 * 257;
    private const double PictureDifference = 24 * 257;

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

    /// <summary>How many lines are a bar; all of them where there is nothing else.</summary>
    public int Depth()
    {
        var level = Level();
        var (depth, clean, text, noise) = (0, 0, 0, 0.0);
        var mostText = Math.Max(LeastMostText, MostText * _lines);
        for (var line = 0; line < _lines && text <= mostText; line++)
        {
            var (others, difference) = Compare(line, level);
            if (others <= MostOthers)
            {
                (depth, clean, text, noise) = (line + 1, clean + 1, 0, noise + difference);
            }
            else if (line == 0)
            {
                return 0;
            }
            else
            {
                text++;
            }
        }

        return clean < Math.Max(LeastLines, LeastShare * _lines) || clean < LeastClean * depth || noise > MostMeanNoise * clean
            ? 0
            : depth + Ringing(depth, level);
    }

    // Lines of nearly the bar's grey between it and a picture that begins at once.
    private int Ringing(int depth, int level)
    {
        for (var more = 0; more <= MostRinging && depth + more < _lines; more++)
        {
            var difference = Compare(depth + more, level).Difference;
            if (difference > RingingNoise)
            {
                var beyond = Math.Min(depth + more + 1, _lines - 1);
                return Math.Max(difference, Compare(beyond, level).Difference) >= PictureDifference ? more : 0;
            }
        }

        return 0;
    }

    // The median of the outermost line.
    private int Level()
    {
        var line = new ushort[_length];
        for (var i = 0; i < _length; i++)
        {
            line[i] = _pixels[_start + i * _pixelStep];
        }

        Array.Sort(line);
        return line[_length / 2];
    }

    // Share of a line's pixels that are not of a grey, and their mean difference from it.
    private (double Others, double Difference) Compare(int line, int level)
    {
        var (others, sum) = (0, 0L);
        for (int i = 0, at = _start + line * _lineStep; i < _length; i++, at += _pixelStep)
        {
            var difference = Math.Abs(_pixels[at] - level);
            sum += difference;
            others += difference > MostNoise ? 1 : 0;
        }

        return ((double)others / _length, (double)sum / _length);
    }
}
