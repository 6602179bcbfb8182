using Pneumonia.Core.Lungs;

namespace Pneumonia.Tests.Lungs;

/// <summary>Two ellipses for lungs, on the grid of a lung field.</summary>
internal static class Chest
{
    /// <summary>Probabilities as a network would give them.</summary>
    /// <param name="left">Whether the patient's right lung is there, on the image's left.</param>
    /// <param name="right">Whether the other one is.</param>
    public static float[] Probabilities(bool left = true, bool right = true)
    {
        var values = new float[LungField.Side * LungField.Side];
        for (var y = 0; y < LungField.Side; y++)
        {
            for (var x = 0; x < LungField.Side; x++)
            {
                var inside = (left && IsIn(x, y, 38)) || (right && IsIn(x, y, 90));
                values[y * LungField.Side + x] = inside ? 0.9f : 0.1f;
            }
        }

        return values;
    }

    public static LungField Field() => LungField.Of(Probabilities());

    // Half-axes of 20 and 40 around row 64.
    private static bool IsIn(int x, int y, int centre) => Math.Pow((x + 0.5 - centre) / 20, 2) + Math.Pow((y + 0.5 - 64) / 40, 2) < 1;
}
