namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Neck, shoulders, torso, and the dense organs under the diaphragm.</summary>
internal static class SoftTissue
{
    /// <summary>Adds them to the body.</summary>
    public static void Draw(Layer body, Anatomy anatomy, Lungs lungs, Random random)
    {
        var diaphragm = Columns(body, lungs.Diaphragm);
        var shoulder = Columns(body, x => -0.93f + 0.34f * MathF.Pow(MathF.Max(0, MathF.Abs(x) - 0.2f), 1.4f));
        var (bubbleX, bubbleY) = (random.Around(0.36f, 0.1f), anatomy.Domes.Left + random.Around(0.17f, 0.05f));
        var (bubbleSize, bubble) = (random.Around(0.11f, 0.05f), random.Between(0, 0.2f));
        for (var row = 0; row < body.Size; row++)
        {
            var y = body.Coordinate(row);
            var (torso, neck) = (anatomy.TorsoHalfWidth + 0.06f * y * y - 0.02f * y, 0.25f + 0.1f * MathF.Max(0, y + 1));
            var values = body.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                var x = body.Coordinate(column);
                var side = MathF.Abs(x);
                var across = x / torso;
                var trunk = Smooth.Root(Smooth.Root(1 - across * across)) * Smooth.Step(y + 0.72f, 0.25f);
                var arms = 0.85f * Smooth.Step(y - shoulder[column], 0.05f) * Smooth.Step(-0.3f + 0.25f * (1 - side) - y, 0.3f);
                var throat = 0.9f * Smooth.Root(1 - side * side / (neck * neck)) * Smooth.Step(-0.6f - y, 0.25f);
                var belly = Smooth.Step(y - diaphragm[column], 0.03f) * Smooth.Step(torso - 0.08f - side, 0.08f);
                var (dx, dy) = ((x - bubbleX) / bubbleSize, (y - bubbleY) / (0.7f * bubbleSize));
                values[column] += 0.56f * MathF.Max(trunk, MathF.Max(arms, throat)) + 0.13f * belly
                    - bubble * Smooth.Step(1 - Smooth.Root(dx * dx + dy * dy), 0.5f) * belly;
            }
        }
    }

    private static float[] Columns(Layer body, Func<float, float> height) =>
        [.. Enumerable.Range(0, body.Size).Select(column => height(body.Coordinate(column)))];
}
