using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Data.Fuzzing;

/// <summary>Small pictures, all different: smooth random fields, each at several sizes.</summary>
internal sealed class FuzzedPictures
{
    private const int Grid = 8;
    private readonly Dictionary<(int, int), byte[]> _drawn = [];

    /// <summary>Picture of a number.</summary>
    /// <param name="number">The same number is the same picture.</param>
    /// <param name="side">Columns and rows: another side, other bytes.</param>
    public byte[] Of(int number, int side = 48)
    {
        lock (_drawn)
        {
            return _drawn.TryGetValue((number, side), out var known) ? known : _drawn[(number, side)] = Draw(number, side);
        }
    }

    /// <summary>The picture as a JPEG that lacks the mark of its end.</summary>
    public static byte[] Unmarked(int number, int side = 48) => ImageEncoder.GreyJpeg(side, side, Pixels(number, side), quality: 95)[..^2];

    private static byte[] Draw(int number, int side) => ImageEncoder.GreyPng(side, side, Pixels(number, side));

    private static byte[] Pixels(int number, int side)
    {
        var random = new Random(number);
        var field = Enumerable.Range(0, Grid * Grid).Select(_ => random.NextDouble()).ToArray();
        var pixels = new byte[side * side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (Position(i % side, side), Position(i / side, side));
            var (left, top) = ((int)x, (int)y);
            var upper = Mix(At(left, top), At(left + 1, top), x - left);
            var lower = Mix(At(left, top + 1), At(left + 1, top + 1), x - left);
            pixels[i] = (byte)(20 + (215 * Mix(upper, lower, y - top)));
        }

        return pixels;

        double At(int column, int row) => field[(Math.Min(row, Grid - 1) * Grid) + Math.Min(column, Grid - 1)];
    }

    private static double Position(int pixel, int side) => (pixel + 0.5) / side * (Grid - 1);

    private static double Mix(double one, double other, double share) => one + ((other - one) * share);
}
