namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Ribs, clavicles, shoulder blades and upper arms.</summary>
internal static class Bones
{
    private const int PosteriorRibs = 9;
    private const int AnteriorRibs = 6;

    /// <summary>Adds them to the body.</summary>
    public static void Draw(Layer body, Anatomy anatomy, Lungs lungs)
    {
        var (posterior, anterior, shoulders) = (new Strokes(body.Size), new Strokes(body.Size), new Strokes(body.Size));
        var blades = new Strokes(body.Size);
        foreach (var side in new[] { -1f, 1f })
        {
            for (var rib = 0; rib < PosteriorRibs; rib++)
            {
                DrawRib(posterior, anterior, anatomy, lungs, side, rib);
            }

            DrawShoulder(shoulders, anatomy, side);
            blades.Add(
                t => (side * (0.7f + 0.06f * MathF.Sin(3 * t)), anatomy.Apex + 0.15f + 0.5f * t, 0.09f * (1.1f - t)), 0.5f);
        }

        posterior.Render(body, distance => 0.085f * anatomy.Bone * Cortex(distance));
        anterior.Render(body, distance => 0.045f * anatomy.Bone * Cortex(distance));
        blades.Render(body, distance => 0.03f * anatomy.Bone * Cortex(distance));
        shoulders.Render(body, distance => 0.09f * anatomy.Bone * Cortex(distance));
    }

    // A rib leaves the spine, rises a little, curls down around the flank and comes forward below, where it is fainter.
    private static void DrawRib(Strokes posterior, Strokes anterior, Anatomy anatomy, Lungs lungs, float side, int rib)
    {
        var spine = anatomy.Apex - 0.1f + anatomy.RibSpacing * rib;
        var drop = anatomy.RibDrop * (0.45f + 0.08f * rib);
        var flank = lungs.OuterEdge(spine + drop) + 0.015f;
        posterior.Add(
            t =>
            {
                var (sin, cos) = MathF.SinCos(t * MathF.PI / 2);
                return (
                    side * (0.07f + (flank - 0.07f) * sin), spine - 0.05f * sin * cos + drop * (1 - cos), 0.027f - 0.006f * t);
            },
            1);
        if (rib < AnteriorRibs)
        {
            var end = 0.3f + 0.02f * rib;
            anterior.Add(
                t =>
                {
                    var (sin, cos) = MathF.SinCos(t * MathF.PI / 2);
                    return (side * (end + (flank - end) * cos), spine + drop + (0.17f + 0.01f * rib) * sin, 0.023f + 0.008f * t);
                },
                0.6f);
        }
    }

    private static void DrawShoulder(Strokes shoulders, Anatomy anatomy, float side)
    {
        var clavicle = anatomy.Apex + 0.16f;
        shoulders.Add(
            t =>
            {
                var y = clavicle - anatomy.ClavicleRise * t - 0.035f * MathF.Sin(2 * MathF.PI * t);
                return (side * (0.06f + 0.68f * t), y, 0.034f - 0.01f * t);
            },
            0.8f);
        shoulders.Add(t => (side * (0.9f + 0.25f * t), clavicle - 0.1f + 0.2f * t, 0.1f - 0.04f * t), 0.3f);
    }

    // The dense shell is seen edge-on at a bone's border.
    private static float Cortex(float distance) => Smooth.Step(1 - distance, 0.12f) * (0.7f + 0.5f * distance * distance);
}
