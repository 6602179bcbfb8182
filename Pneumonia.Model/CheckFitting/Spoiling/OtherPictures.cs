using Pneumonia.Core.Imaging;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Model.CheckFitting.Spoiling;

/// <summary>Draws grey pictures that are no X-rays: noise, gradients, shapes, print, rough landscapes, interiors.</summary>
internal static class OtherPictures
{
    private static readonly Func<int, Random, float[]>[] s_kinds = [Clouds, Grain, Shapes, Print, Gradient, Landscape, Interior];

    /// <summary>Draws one.</summary>
    /// <param name="index">Its number, which decides on its kind.</param>
    /// <param name="side">Columns and rows.</param>
    /// <param name="random">Draws.</param>
    public static Radiograph Draw(int index, int side, Random random)
    {
        var grey = s_kinds[index % s_kinds.Length](side, random);
        var pixels = Array.ConvertAll(grey, level => (ushort)(Math.Clamp(level, 0, 1) * ushort.MaxValue));
        return new Radiograph("drawn", side, side, pixels, 8, RadiographFormat.Png);
    }

    private static float[] Clouds(int side, Random random) =>
        Stretch(ValueNoise.DrawOctaves(side, random.Next(2, 12), random.Next(1, 5), random).Values, random);

    private static float[] Grain(int side, Random random)
    {
        var noise = new GaussianNoise(random.Next());
        return Fill(side, (_, _) => 0.5f + 0.25f * noise.Next());
    }

    private static float[] Gradient(int side, Random random)
    {
        var (sin, cos) = MathF.SinCos(random.NextSingle() * MathF.Tau);
        var round = random.NextSingle();
        return Stretch(Fill(side, (x, y) => cos * x + sin * y + round * MathF.Sqrt(x * x + y * y)), random);
    }

    private static float[] Shapes(int side, Random random)
    {
        var background = random.NextSingle();
        var grey = Fill(side, (_, _) => background);
        for (var count = random.Next(3, 30); count > 0; count--)
        {
            AddShape(grey, side, random);
        }

        return grey;
    }

    private static void AddShape(float[] grey, int side, Random random)
    {
        var (x0, y0, width, height) = (random.Around(0, 1), random.Around(0, 1), random.Between(0.03f, 0.7f), random.Between(0.03f, 0.7f));
        var (level, kind, slope) = (random.NextSingle(), random.Next(3), random.Around(0, 1));
        Each(side, (x, y, i) =>
        {
            var (dx, dy) = ((x - x0) / width, (y - y0 - slope * (kind == 2 ? x : 0)) / height);
            if (kind == 0 ? dx * dx + dy * dy < 1 : kind == 1 ? MathF.Abs(dx) < 1 && MathF.Abs(dy) < 1 : MathF.Abs(dy) < 0.1f)
            {
                grey[i] = level;
            }
        });
    }

    private static float[] Print(int side, Random random)
    {
        var paper = random.Next(2) == 0 ? random.Between(0.8f, 1) : random.Between(0, 0.2f);
        var grey = Fill(side, (_, _) => paper);
        var size = Math.Max(2, side * random.Next(4, 12) / 400);
        for (var top = 2 * size; top < side - 2 * size; top += 2 * size)
        {
            for (var left = size; left < side - 2 * size; left += random.Next(1, size + 1))
            {
                if (random.Next(6) > 0)
                {
                    var (wide, high) = (random.Next(1, size), random.Next(1, size + 1));
                    for (var i = 0; i < wide * high; i++)
                    {
                        grey[(top + i / wide) * side + left + i % wide] = 1 - paper;
                    }

                    left += wide;
                }
            }
        }

        return grey;
    }

    private static float[] Landscape(int side, Random random)
    {
        var (horizon, ground) = (ValueNoise.Draw(side, 3, random), ValueNoise.DrawOctaves(side, 8, 4, random));
        var (sky, height, light, dark) = (ValueNoise.DrawOctaves(side, 2, 4, random), random.Around(0, 0.6f), random.Between(0.5f, 1), random.Between(0.1f, 0.6f));
        return Fill(side, (x, y, i) => y < height + 0.2f * horizon.Values[i % side] ? light + 0.1f * sky.Values[i] : dark + 0.25f * ground.Values[i]);
    }

    private static float[] Interior(int side, Random random)
    {
        var (shapes, mask, texture) = (Shapes(side, random), ValueNoise.DrawOctaves(side, 3, 2, random), ValueNoise.DrawOctaves(side, 6, 4, random));
        var (edge, light, grain) = (random.Around(0, 0.4f), random.Between(0.3f, 0.8f), random.Between(0, 0.05f));
        var noise = new GaussianNoise(random.Next());
        return Fill(side, (_, _, i) =>
            (mask.Values[i] > edge ? light + 0.2f * texture.Values[i] : 0.7f * shapes[i] + 0.2f * texture.Values[i]) + grain * noise.Next());
    }

    private static float[] Stretch(float[] values, Random random)
    {
        var (least, most) = (values.Min(), values.Max());
        var black = random.Between(0, 0.4f);
        var white = random.Between(black + 0.3f, 1);
        return Array.ConvertAll(values, value => black + (white - black) * (value - least) / (most - least + 1e-6f));
    }

    private static float[] Fill(int side, Func<float, float, float> level) => Fill(side, (x, y, _) => level(x, y));

    private static float[] Fill(int side, Func<float, float, int, float> level)
    {
        var grey = new float[side * side];
        Each(side, (x, y, i) => grey[i] = level(x, y, i));
        return grey;
    }

    // Coordinates run from -1 to 1.
    private static void Each(int side, Action<float, float, int> visit)
    {
        for (var i = 0; i < side * side; i++)
        {
            visit(2f * (i % side) / side - 1, 2f * (i / side) / side - 1, i);
        }
    }
}
