using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Turns a body into an image, as an acquisition sees it.</summary>
internal static class PhantomExposure
{
    private const float LeastOfAnOpacity = 0.35f;
    private const float LeastAir = 0.3f;

    /// <summary>Grey levels, row by row.</summary>
    public static byte[] Expose(Layer body, Acquisition acquisition)
    {
        var seen = View(body, acquisition);
        var (noise, size) = (new GaussianNoise(acquisition.NoiseSeed), body.Size);
        var pixels = new byte[size * size];
        var (black, range) = (acquisition.Window.Black, acquisition.Window.White - acquisition.Window.Black);
        for (var row = 0; row < size; row++)
        {
            var values = seen.Row(row);
            for (var column = 0; column < size; column++)
            {
                var attenuation = Math.Clamp((values[column] - black) / range, 0, 1);
                var grey = MathF.Pow(attenuation, acquisition.Gamma) * (1 + acquisition.Tilt * seen.Coordinate(column));
                // Fewer photons arrive behind more tissue: the noise of counting grows with the square root.
                grey += acquisition.Noise * MathF.Sqrt(0.15f + attenuation) * noise.Next();
                pixels[row * size + column] = (byte)Math.Clamp(255 * grey * Collimation(column, row, size, acquisition), 0, 255);
            }
        }

        Marker.Burn(pixels, size, acquisition.MarkerCorner);
        return pixels;
    }

    /// <summary>Boxes around the opacities as seen: one for a focal one, one for each lung for diffuse ones.</summary>
    public static IReadOnlyList<PhantomBox> Boxes(Layer opacity, OpacityKind kind, Acquisition acquisition)
    {
        var threshold = LeastOfAnOpacity * opacity.Values.Max();
        if (kind == OpacityKind.Focal)
        {
            return Box(View(opacity, acquisition), threshold, kind) is { } box ? [box] : [];
        }

        var lungs = new[] { -1, 1 }.Select(side => View(Half(opacity, side), acquisition));
        return [.. lungs.Select(lung => Box(lung, threshold, kind)).OfType<PhantomBox>()];
    }

    /// <summary>Box around the lungs' air as seen.</summary>
    public static PixelBox LungBox(Layer air, Acquisition acquisition) => Bounds(View(air, acquisition), LeastAir) ?? default;

    /// <summary>The lungs' air as seen: 255 where there is any, 0 elsewhere.</summary>
    public static byte[] LungMask(Layer air, Acquisition acquisition) =>
        Array.ConvertAll(View(air, acquisition).Values, value => value > LeastAir ? byte.MaxValue : (byte)0);

    private static Layer View(Layer layer, Acquisition acquisition)
    {
        var seen = new Layer(layer.Size);
        var (sin, cos) = MathF.SinCos(acquisition.Rotation);
        var half = layer.Size / 2f;
        for (var row = 0; row < layer.Size; row++)
        {
            var y = acquisition.View * seen.Coordinate(row);
            var values = seen.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                var x = acquisition.View * seen.Coordinate(column);
                values[column] = layer.Sample(
                    (cos * x - sin * y + acquisition.Centre.X + 1) * half - 0.5f,
                    (sin * x + cos * y + acquisition.Centre.Y + 1) * half - 0.5f);
            }
        }

        return seen;
    }

    private static float Collimation(int column, int row, int size, Acquisition acquisition)
    {
        var inside = MathF.Min(
            MathF.Min(column - acquisition.Borders[0] * size, row - acquisition.Borders[1] * size),
            MathF.Min(size - 1 - column - acquisition.Borders[2] * size, size - 1 - row - acquisition.Borders[3] * size));
        return 0.02f + 0.98f * Smooth.Step(inside, 1);
    }

    private static Layer Half(Layer layer, int side)
    {
        var half = new Layer(layer.Size);
        for (var i = 0; i < half.Values.Length; i++)
        {
            half.Values[i] = side * layer.Coordinate(i % layer.Size) > 0 ? layer.Values[i] : 0;
        }

        return half;
    }

    private static PhantomBox? Box(Layer seen, float threshold, OpacityKind kind) =>
        Bounds(seen, threshold) is { } box ? new(box.X, box.Y, box.Width, box.Height, kind) : null;

    private static PixelBox? Bounds(Layer seen, float threshold)
    {
        var (left, top, right, bottom) = (seen.Size, seen.Size, -1, -1);
        for (var i = 0; i < seen.Values.Length; i++)
        {
            if (seen.Values[i] > threshold)
            {
                var (column, row) = (i % seen.Size, i / seen.Size);
                (left, right) = (Math.Min(left, column), Math.Max(right, column));
                (top, bottom) = (Math.Min(top, row), Math.Max(bottom, row));
            }
        }

        return right < 0 ? null : new(left, top, right - left + 1, bottom - top + 1);
    }
}
