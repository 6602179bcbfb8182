namespace Pneumonia.Model.Data.Phantoms;

/// <summary>The lung fields, between chest wall, mediastinum and diaphragm.</summary>
internal sealed class Lungs(Anatomy anatomy)
{
    private const float ApexX = 0.33f;
    private const float Widest = 0.3f;

    /// <summary>Distance of the outer edge from the midline at a height.</summary>
    public float OuterEdge(float y) => ApexX + (anatomy.ChestHalfWidth - ApexX) * Opening(y, Widest, 2.2f);

    /// <summary>Height of the diaphragm at a position; the right dome, at negative x, stands a little higher.</summary>
    public float Diaphragm(float x)
    {
        var top = x < 0 ? anatomy.Domes.Right : anatomy.Domes.Left;
        var across = (MathF.Abs(x) - 0.27f) / (anatomy.ChestHalfWidth - 0.18f);
        return top + 0.24f * (1 - Smooth.Root(1 - across * across));
    }

    /// <summary>Air at every pixel, 0 to 1: more where the lung is thick from front to back, little where the heart
    /// lies.</summary>
    public Layer Draw(int size, Layer heart)
    {
        var air = new Layer(size);
        for (var row = 0; row < size; row++)
        {
            var y = air.Coordinate(row);
            var (inner, outer) = (ApexX - (ApexX - anatomy.Mediastinum) * Opening(y, anatomy.Apex + 0.35f, 2), OuterEdge(y));
            var values = air.Row(row);
            var hearts = heart.Row(row);
            for (var column = 0; column < size; column++)
            {
                var x = air.Coordinate(column);
                var side = MathF.Abs(x);
                if (side > inner - 0.05f && side < outer + 0.05f)
                {
                    var across = (side - 0.36f) / 0.5f;
                    values[column] = Smooth.Step(side - inner, 0.025f) * Smooth.Step(outer - side, 0.02f)
                        * Smooth.Step(Diaphragm(x) - y, 0.025f) * Smooth.Step(y - anatomy.Apex, 0.06f)
                        * (0.72f + 0.28f * Smooth.Root(1 - across * across)) * (0.9f + 0.1f * Smooth.Step(y + 0.1f, 0.6f))
                        * (1 - 0.85f * hearts[column]);
                }
            }
        }

        return air;
    }

    private float Opening(float y, float open, float power)
    {
        var closed = Math.Clamp((open - y) / (open - anatomy.Apex), 0, 1);
        return Smooth.Root(1 - MathF.Pow(closed, power));
    }
}
