namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Heart, great vessels, windpipe and spine.</summary>
internal static class Mediastinum
{
    /// <summary>How much of the heart and great vessels lies over every pixel, 0 to 1. The heart's apex points to the patient's
    /// left, the image's right.</summary>
    public static Layer DrawHeart(int size, Anatomy anatomy)
    {
        var heart = new Layer(size);
        var (sin, cos) = MathF.SinCos(anatomy.HeartTilt);
        var floor = anatomy.Domes.Left;
        for (var row = 0; row < size; row++)
        {
            var y = heart.Coordinate(row);
            var aorticKnob = 0.045f * Smooth.Bump(Square((y + 0.28f) / 0.06f));
            var vessels = anatomy.Mediastinum + aorticKnob + 0.03f * Smooth.Step(-0.6f - y, 0.2f);
            var values = heart.Row(row);
            for (var column = 0; column < size; column++)
            {
                var x = heart.Coordinate(column);
                var ventricles = Ellipse(x - 0.13f, y - floor + 0.19f, 0.33f * anatomy.Heart, 0.25f * anatomy.Heart, sin, cos);
                var atrium = Ellipse(x + 0.07f, y - floor + 0.2f, 0.15f * anatomy.Heart, 0.2f * anatomy.Heart, 0, 1);
                var upper = Smooth.Step(vessels - MathF.Abs(x - 0.025f), 0.02f) * Smooth.Step(floor + 0.15f - y, 0.1f);
                values[column] = MathF.Max(upper, MathF.Max(ventricles, atrium));
            }
        }

        return heart;
    }

    /// <summary>Adds the vertebral column and takes the windpipe's air away.</summary>
    public static void DrawSpineAndTrachea(Layer body, Anatomy anatomy)
    {
        for (var row = 0; row < body.Size; row++)
        {
            var y = body.Coordinate(row);
            var centre = anatomy.SpineBend * MathF.Sin(2.5f * y);
            var phase = (y + 2) / anatomy.RibSpacing;
            var vertebra = Smooth.Step(0.4f - MathF.Abs(phase - MathF.Round(phase)), 0.1f);
            var pedicle = Square((phase - MathF.Round(phase) + 0.15f) / 0.12f);
            var tracheaEnd = Smooth.Step(-0.26f - y, 0.05f);
            for (var column = body.Index(-0.3f); column < body.Index(0.3f); column++)
            {
                var x = body.Coordinate(column) - centre;
                var side = MathF.Abs(x);
                body.Row(row)[column] += anatomy.Bone * (
                        Smooth.Step(0.085f - 0.012f * (1 - vertebra) - side, 0.015f) * (0.035f + 0.04f * vertebra)
                        + 0.035f * Smooth.Bump(Square((side - 0.05f) / 0.012f) + pedicle)
                        + 0.025f * Smooth.Step(0.13f - side, 0.02f) * Smooth.Bump(pedicle))
                    - 0.11f * tracheaEnd * Smooth.Step(0.038f - MathF.Abs(x + 0.01f), 0.018f);
            }
        }

        var bronchi = new Strokes(body.Size);
        bronchi.Add(t => (-0.01f - 0.14f * t, -0.27f + 0.14f * t, 0.03f - 0.01f * t), 0.2f);
        bronchi.Add(t => (-0.01f + 0.17f * t, -0.27f + 0.13f * t, 0.028f - 0.01f * t), 0.2f);
        bronchi.Render(body, distance => -0.06f * (1 - distance * distance));
    }

    private static float Ellipse(float x, float y, float radiusX, float radiusY, float sin, float cos)
    {
        var distance = Smooth.Root(Square((cos * x + sin * y) / radiusX) + Square((cos * y - sin * x) / radiusY));
        return Smooth.Step((1 - distance) * radiusX, 0.03f);
    }

    private static float Square(float value) => value * value;
}
