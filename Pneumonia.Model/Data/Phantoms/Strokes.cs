namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Tubes along curves. Keeps for every pixel the distance to the nearest centre line, in radii, so that tubes that cross
/// or bend do not add up to bright spots.</summary>
internal sealed class Strokes(int size)
{
    private readonly Layer _distance = new(size, float.MaxValue);

    /// <summary>Draws a tube.</summary>
    /// <param name="curve">Point of the centre line in body coordinates, and the radius there, for t from 0 to 1.</param>
    /// <param name="length">About how long the curve is, in body coordinates.</param>
    public void Add(Func<float, (float X, float Y, float Radius)> curve, float length)
    {
        var steps = Math.Max(2, (int)(length * _distance.Size / 3));
        for (var step = 0; step <= steps; step++)
        {
            var (x, y, radius) = curve((float)step / steps);
            Stamp(x, y, radius);
        }
    }

    /// <summary>Adds the tubes to a layer.</summary>
    /// <param name="target">Layer of the same size.</param>
    /// <param name="profile">Value at a distance of 0 (centre line) to 1 (edge) radii.</param>
    public void Render(Layer target, Func<float, float> profile)
    {
        for (var i = 0; i < target.Values.Length; i++)
        {
            if (_distance.Values[i] < 1)
            {
                target.Values[i] += profile(MathF.Sqrt(_distance.Values[i]));
            }
        }
    }

    private void Stamp(float x, float y, float radius)
    {
        if (MathF.Abs(x) - radius > 1 || MathF.Abs(y) - radius > 1)
        {
            return;
        }

        var scale = 1 / (radius * radius);
        var (left, right) = (_distance.Index(x - radius), _distance.Index(x + radius));
        for (var row = _distance.Index(y - radius); row <= _distance.Index(y + radius); row++)
        {
            var dy = _distance.Coordinate(row) - y;
            var values = _distance.Row(row);
            for (var column = left; column <= right; column++)
            {
                var dx = _distance.Coordinate(column) - x;
                values[column] = MathF.Min(values[column], (dx * dx + dy * dy) * scale);
            }
        }
    }
}
