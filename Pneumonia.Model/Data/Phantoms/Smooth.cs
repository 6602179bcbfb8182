namespace Pneumonia.Model.Data.Phantoms;

/// <summary>Smooth shapes and draws that the parts of a phantom share.</summary>
internal static class Smooth
{
    /// <summary>0 below -width, 1 above width, a cubic between.</summary>
    public static float Step(float value, float width)
    {
        var t = Math.Clamp(0.5f + 0.5f * value / width, 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// <summary>About exp(-d²/2) of a squared distance, exactly 0 beyond 3.</summary>
    public static float Bump(float squaredDistance)
    {
        var t = 1 - squaredDistance / 9;
        return t <= 0 ? 0 : t * t * t * t;
    }

    /// <summary>Square root of a number, 0 for a negative one.</summary>
    public static float Root(float value) => value <= 0 ? 0 : MathF.Sqrt(value);

    /// <summary>A uniform draw.</summary>
    public static float Between(this Random random, float low, float high) => low + (high - low) * random.NextSingle();

    /// <summary>A uniform draw around a centre.</summary>
    public static float Around(this Random random, float centre, float spread) =>
        random.Between(centre - spread, centre + spread);
}
