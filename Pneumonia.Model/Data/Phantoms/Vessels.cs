namespace Pneumonia.Model.Data.Phantoms;

/// <summary>The lungs' arteries and veins: trees that grow out of both hila and thin out.</summary>
internal static class Vessels
{
    /// <summary>Adds them, and a fine texture, to the lung fields.</summary>
    public static void Draw(Layer body, Layer air, Random random)
    {
        var strokes = new Strokes(body.Size);
        foreach (var side in new[] { -1f, 1f })
        {
            for (var angle = -1.25f; angle < 1.3f; angle += 0.24f)
            {
                Grow(strokes, side * random.Around(0.17f, 0.02f), random.Around(-0.06f, 0.07f), side, random.Around(angle, 0.15f),
                    random.Around(0.017f, 0.004f), 4, random);
            }
        }

        var tree = new Layer(body.Size);
        strokes.Render(tree, distance => 0.08f * (1 - distance * distance));
        var texture = ValueNoise.DrawOctaves(body.Size, 20, 3, random);
        for (var i = 0; i < body.Values.Length; i++)
        {
            body.Values[i] += (tree.Values[i] + 0.014f * texture.Values[i]) * air.Values[i];
        }
    }

    private static void Grow(
        Strokes strokes, float x, float y, float side, float angle, float radius, int generations, Random random)
    {
        var (length, bend) = (random.Around(0.15f, 0.04f), random.Around(0, 0.35f));
        var (dx, dy) = (side * length * MathF.Cos(angle), length * MathF.Sin(angle));
        var (bendX, bendY) = (-side * bend * dy, bend * MathF.Abs(dx));
        strokes.Add(t => (x + t * (dx + t * bendX), y + t * (dy + t * bendY), radius * (1 - 0.25f * t)), length);
        if (generations > 1)
        {
            foreach (var turn in new[] { -0.3f, 0.3f })
            {
                Grow(strokes, x + dx + bendX, y + dy + bendY, side, random.Around(angle + turn, 0.2f),
                    radius * random.Between(0.6f, 0.75f), generations - 1, random);
            }
        }
    }
}
