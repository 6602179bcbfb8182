using System.Numerics;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Decodes a JPEG-LS image of one component, lossless or nearly so (ITU-T T.87, annex A; Weinberger, Seroussi and Sapiro 2000, "The LOCO-I
/// lossless image compression algorithm").</summary>
internal sealed class JpegLsDecoder
{
    private const int Contexts = 365;
    private const int LeastCorrection = -128;
    private const int GreatestCorrection = 127;

    private static readonly int[] s_runs =
        [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    private readonly JpegLsFrame _frame;
    private readonly int _step;
    private readonly int _range;
    private readonly int _rangeBits;
    private readonly int _limit;

    // Of every context the sum of magnitudes, the sum of errors, the correction, the count; behind them the two of interrupted runs.
    private readonly int[] _magnitudes = new int[Contexts + 2];
    private readonly int[] _errors = new int[Contexts + 2];
    private readonly int[] _corrections = new int[Contexts];
    private readonly int[] _counts = new int[Contexts + 2];
    private int _run;

    private JpegLsDecoder(JpegLsFrame frame)
    {
        _frame = frame;
        _step = (2 * frame.Near) + 1;
        _range = ((frame.Greatest + (2 * frame.Near)) / _step) + 1;
        _rangeBits = BitsOf(_range);
        var bits = Math.Max(2, BitsOf(frame.Greatest + 1));
        _limit = 2 * (bits + Math.Max(8, bits));
        Array.Fill(_magnitudes, Math.Max(2, (_range + 32) / 64));
        Array.Fill(_counts, 1);
    }

    /// <summary>Decodes.</summary>
    /// <exception cref="InvalidHeaderException">It is damaged, cut short, or of a kind that is not read.</exception>
    public static StoredPixels Decode(ReadOnlySpan<byte> bytes)
    {
        var frame = JpegLsFrame.Read(bytes);
        var bits = new JpegLsBits(bytes[Math.Min(bytes.Length, frame.Scan)..]);
        var decoder = new JpegLsDecoder(frame);
        var values = new int[(long)frame.Width * frame.Height];
        var (above, line) = (new int[frame.Width + 2], new int[frame.Width + 2]);
        for (var y = 0; y < frame.Height; y++)
        {
            (above, line) = (line, above);
            above[frame.Width + 1] = above[frame.Width];
            line[0] = above[1];
            decoder.Line(ref bits, above, line);
            line.AsSpan(1, frame.Width).CopyTo(values.AsSpan(y * frame.Width));
            if (bits.IsBeyondEnd)
            {
                throw new InvalidHeaderException(InvalidHeaderException.CutShort);
            }
        }

        return new StoredPixels(frame.Width, frame.Height, values);
    }

    private static int BitsOf(int count) => count <= 1 ? 0 : 32 - BitOperations.LeadingZeroCount((uint)(count - 1));

    private void Line(ref JpegLsBits bits, int[] above, int[] line)
    {
        for (var x = 1; x <= _frame.Width;)
        {
            var (left, up, corner, ahead) = (line[x - 1], above[x], above[x - 1], above[x + 1]);
            var (first, second, third) = (Level(ahead - up), Level(up - corner), Level(corner - left));
            if (first == 0 && second == 0 && third == 0)
            {
                x = Run(ref bits, above, line, x);
            }
            else
            {
                line[x++] = Regular(ref bits, (81 * first) + (9 * second) + third, left, up, corner);
            }
        }
    }

    private int Level(int gradient)
    {
        var size = Math.Abs(gradient);
        var level = size <= _frame.Near ? 0 : size < _frame.Thresholds[0] ? 1 : size < _frame.Thresholds[1] ? 2 : size < _frame.Thresholds[2] ? 3 : 4;
        return gradient < 0 ? -level : level;
    }

    private int Regular(ref JpegLsBits bits, int context, int left, int up, int corner)
    {
        var (sign, q) = context < 0 ? (-1, -context) : (1, context);
        var guess = corner >= Math.Max(left, up) ? Math.Min(left, up) : corner <= Math.Min(left, up) ? Math.Max(left, up) : left + up - corner;
        guess = Math.Clamp(guess + (sign * _corrections[q]), 0, _frame.Greatest);
        var k = Shift(_counts[q], _magnitudes[q]);
        var mapped = bits.Golomb(k, _limit - _rangeBits - 1, _rangeBits);
        var error = (mapped & 1) == 0 ? mapped / 2 : -((mapped + 1) / 2);
        if (_frame.Near == 0 && k == 0 && 2 * _errors[q] <= -_counts[q])
        {
            error = -error - 1;
        }

        Learn(q, error);
        return Rebuilt(guess, sign * error);
    }

    private void Learn(int q, int error)
    {
        _errors[q] += error * _step;
        _magnitudes[q] += Math.Abs(error);
        if (_counts[q] == _frame.Reset)
        {
            (_magnitudes[q], _errors[q], _counts[q]) = (_magnitudes[q] >> 1, _errors[q] >> 1, _counts[q] >> 1);
        }

        _counts[q]++;
        if (_errors[q] <= -_counts[q])
        {
            _errors[q] = Math.Max(_errors[q] + _counts[q], 1 - _counts[q]);
            _corrections[q] = Math.Max(_corrections[q] - 1, LeastCorrection);
        }
        else if (_errors[q] > 0)
        {
            _errors[q] = Math.Min(_errors[q] - _counts[q], 0);
            _corrections[q] = Math.Min(_corrections[q] + 1, GreatestCorrection);
        }
    }

    private int Run(ref JpegLsBits bits, int[] above, int[] line, int x)
    {
        var value = line[x - 1];
        while (bits.Next() == 1)
        {
            var whole = 1 << s_runs[_run];
            var length = Math.Min(whole, _frame.Width + 1 - x);
            line.AsSpan(x, length).Fill(value);
            x += length;
            if (length == whole && _run < s_runs.Length - 1)
            {
                _run++;
            }

            if (x > _frame.Width)
            {
                return x;
            }
        }

        var rest = Math.Min(bits.Next(s_runs[_run]), _frame.Width - x);
        line.AsSpan(x, rest).Fill(value);
        x += rest;
        line[x] = Interrupted(ref bits, value, above[x]);
        _run = Math.Max(0, _run - 1);
        return x + 1;
    }

    private int Interrupted(ref JpegLsBits bits, int left, int up)
    {
        var isAlike = Math.Abs(left - up) <= _frame.Near;
        var q = Contexts + (isAlike ? 1 : 0);
        var k = Shift(_counts[q], _magnitudes[q] + (isAlike ? _counts[q] >> 1 : 0));
        var mapped = bits.Golomb(k, _limit - s_runs[_run] - 1 - _rangeBits - 1, _rangeBits);
        var both = mapped + (isAlike ? 1 : 0);
        var isOdd = (both & 1) == 1;
        var size = (both + 1) / 2;

        // Here the sum of errors counts the negative ones.
        var error = (k != 0 || 2 * _errors[q] >= _counts[q]) == isOdd ? -size : size;
        _errors[q] += error < 0 ? 1 : 0;
        _magnitudes[q] += (mapped + 1 - (isAlike ? 1 : 0)) >> 1;
        if (_counts[q] == _frame.Reset)
        {
            (_magnitudes[q], _errors[q], _counts[q]) = (_magnitudes[q] >> 1, _errors[q] >> 1, _counts[q] >> 1);
        }

        _counts[q]++;
        return isAlike ? Rebuilt(left, error) : Rebuilt(up, left > up ? -error : error);
    }

    private static int Shift(int count, int magnitude)
    {
        var k = 0;
        while (k < 24 && (long)count << k < magnitude)
        {
            k++;
        }

        return k;
    }

    private int Rebuilt(int guess, int error)
    {
        var value = guess + (error * _step);
        if (value < -_frame.Near)
        {
            value += _range * _step;
        }
        else if (value > _frame.Greatest + _frame.Near)
        {
            value -= _range * _step;
        }

        return Math.Clamp(value, 0, _frame.Greatest);
    }
}
