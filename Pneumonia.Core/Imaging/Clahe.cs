namespace Pneumonia.Core.Imaging;

/// <summary>Contrast-limited adaptive histogram equalisation (Zuiderveld 1994), with the arithmetic of OpenCV's
/// <c>createCLAHE(2, Size(8, 8))</c> on bytes.</summary>
internal static class Clahe
{
    private const int Tiles = 8;
    private const int Levels = 256;
    private const double ClipLimit = 2;

    /// <summary>Equalises an image in place.</summary>
    /// <param name="pixels">Row-major grey levels from 0 to 1; read as bytes.</param>
    /// <param name="width">Columns.</param>
    public static void Apply(Span<float> pixels, int width)
    {
        var height = pixels.Length / width;
        var bytes = new byte[pixels.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)MathF.Round(Math.Clamp(pixels[i], 0, 1) * 255);
        }

        // OpenCV mirrors the ends of both sides as soon as one of them is no multiple of the tiles.
        var more = width % Tiles == 0 && height % Tiles == 0 ? 0 : 1;
        var (tileWidth, tileHeight) = (width / Tiles + more, height / Tiles + more);
        var tables = Tables(bytes, width, height, tileWidth, tileHeight);
        for (var y = 0; y < height; y++)
        {
            var (top, bottom, down) = Neighbours(y, tileHeight);
            for (var x = 0; x < width; x++)
            {
                var (left, right, across) = Neighbours(x, tileWidth);
                var level = bytes[y * width + x];
                var above = Table(top, left)[level] * (1 - across) + Table(top, right)[level] * across;
                var below = Table(bottom, left)[level] * (1 - across) + Table(bottom, right)[level] * across;
                pixels[y * width + x] = MathF.Round(above * (1 - down) + below * down) / 255;
            }
        }

        ReadOnlySpan<byte> Table(int row, int column) => tables.AsSpan((row * Tiles + column) * Levels, Levels);
    }

    private static (int Before, int After, float Share) Neighbours(int position, int tileSide)
    {
        var place = position * (1f / tileSide) - 0.5f;
        var before = (int)MathF.Floor(place);
        return (Math.Max(before, 0), Math.Min(before + 1, Tiles - 1), place - before);
    }

    private static byte[] Tables(byte[] bytes, int width, int height, int tileWidth, int tileHeight)
    {
        var tables = new byte[Tiles * Tiles * Levels];
        Span<int> histogram = stackalloc int[Levels];
        for (var row = 0; row < Tiles; row++)
        {
            for (var column = 0; column < Tiles; column++)
            {
                histogram.Clear();
                for (var y = row * tileHeight; y < (row + 1) * tileHeight; y++)
                {
                    for (var x = column * tileWidth; x < (column + 1) * tileWidth; x++)
                    {
                        histogram[bytes[Mirrored(y, height) * width + Mirrored(x, width)]]++;
                    }
                }

                Clip(histogram, tileWidth * tileHeight);
                Accumulate(histogram, tileWidth * tileHeight, tables.AsSpan((row * Tiles + column) * Levels, Levels));
            }
        }

        return tables;
    }

    private static int Mirrored(int position, int side)
    {
        if (side == 1)
        {
            return 0;
        }

        // A very small image needs more than one reflection.
        while (position >= side)
        {
            position = Math.Abs(2 * (side - 1) - position);
        }

        return position;
    }

    private static void Clip(Span<int> histogram, int area)
    {
        var limit = Math.Max((int)(ClipLimit * area / Levels), 1);
        var clipped = 0;
        foreach (ref var count in histogram)
        {
            clipped += Math.Max(count - limit, 0);
            count = Math.Min(count, limit);
        }

        var (each, rest) = Math.DivRem(clipped, Levels);
        foreach (ref var count in histogram)
        {
            count += each;
        }

        var step = Math.Max(Levels / Math.Max(rest, 1), 1);
        for (var level = 0; level < Levels && rest > 0; level += step, rest--)
        {
            histogram[level]++;
        }
    }

    private static void Accumulate(ReadOnlySpan<int> histogram, int area, Span<byte> table)
    {
        var scale = (Levels - 1f) / area;
        var sum = 0;
        for (var level = 0; level < Levels; level++)
        {
            sum += histogram[level];
            table[level] = (byte)Math.Clamp(MathF.Round(sum * scale), 0, 255);
        }
    }
}
