namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Draws what pneumonia adds to the lung fields.</summary>
internal static class Opacity
{
    /// <summary>Draws opacities.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="air">The lungs' air.</param>
    /// <param name="random">Source of place, size, shape and density.</param>
    /// <returns>What to add to the body; 0 outside the lungs.</returns>
    public static Layer Draw(OpacityKind kind, Layer air, Random random)
    {
        var density = kind == OpacityKind.Focal ? DrawFocal(air, random) : DrawDiffuse(air, random);
        for (var i = 0; i < density.Values.Length; i++)
        {
            density.Values[i] *= air.Values[i];
        }

        return density;
    }

    private static Layer DrawFocal(Layer air, Random random)
    {
        var edges = ValueNoise.DrawOctaves(air.Size, 7, 4, random);
        var density = new Layer(air.Size);
        var side = random.Next(2) == 0 ? -1 : 1;
        var centre = Place(air, side, random);
        AddBlob(density, edges, centre, random.Between(0.15f, 0.3f), random.Between(0.13f, 0.26f), random.Between(0.15f, 0.28f));
        return density;
    }

    private static Layer DrawDiffuse(Layer air, Random random)
    {
        var edges = ValueNoise.DrawOctaves(air.Size, 9, 4, random);
        var (lines, cover) = (ValueNoise.DrawOctaves(air.Size, 26, 2, random), ValueNoise.Draw(air.Size, 4, random));
        var density = new Layer(air.Size);
        var strength = random.Between(0.07f, 0.14f);
        foreach (var side in new[] { -1, 1 })
        {
            for (var patch = random.Next(4, 8); patch > 0; patch--)
            {
                var centre = Place(air, side, random);
                AddBlob(density, edges, centre, random.Between(0.07f, 0.15f), random.Between(0.07f, 0.15f), strength);
            }
        }

        for (var i = 0; i < density.Values.Length; i++)
        {
            var ridge = MathF.Max(0, 1 - 3 * MathF.Abs(lines.Values[i]));
            density.Values[i] += 0.5f * strength * ridge * Smooth.Step(cover.Values[i] + 0.3f, 0.6f);
        }

        return density;
    }

    private static void AddBlob(
        Layer density, Layer edges, (float X, float Y) centre, float radiusX, float radiusY, float strength)
    {
        var (left, right) = (density.Index(centre.X - 1.6f * radiusX), density.Index(centre.X + 1.6f * radiusX));
        for (var row = density.Index(centre.Y - 1.6f * radiusY); row <= density.Index(centre.Y + 1.6f * radiusY); row++)
        {
            var dy = (density.Coordinate(row) - centre.Y) / radiusY;
            for (var column = left; column <= right; column++)
            {
                var dx = (density.Coordinate(column) - centre.X) / radiusX;
                var noise = edges.Row(row)[column];
                var blob = Smooth.Step(0.75f - Smooth.Root(dx * dx + dy * dy) + 0.3f * noise, 0.4f) * (1 + 0.2f * noise);
                density.Row(row)[column] = MathF.Max(density.Row(row)[column], strength * blob);
            }
        }
    }

    private static (float X, float Y) Place(Layer air, int side, Random random)
    {
        while (true)
        {
            var (x, y) = (side * random.Between(0.15f, 0.65f), random.Between(-0.55f, 0.4f));
            if (air.Row(air.Index(y))[air.Index(x)] > 0.75f)
            {
                return (x, y);
            }
        }
    }
}
