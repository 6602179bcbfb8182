namespace Pneumonia.Core.Lungs;

/// <summary>Grey levels by those inside the lungs, which no border, text or exposure of the rest can move.</summary>
internal static class LungLevels
{
    /// <summary>What the levels outside are faded to: the middle of those inside.</summary>
    public const float Middle = 0.5f;

    // The darkest and the brightest fiftieth of the lungs become these two; beyond, there is room for what is darker or brighter.
    private const double Share = 0.02;
    private const float Low = 0.2f;
    private const float High = 0.8f;

    // Lungs of one grey would become noise.
    private const float LeastRange = 0.05f;

    // Weights from which on a pixel counts as one of the lungs.
    private const float Inside = 0.6f;

    /// <summary>Brings the levels to one scale, in place, and fades what lies outside.</summary>
    /// <param name="grey">Grey levels from 0 to 1.</param>
    /// <param name="weights">How much each pixel belongs to the lungs, 0 to 1.</param>
    /// <param name="outside">Share of the contrast that is left outside, 0 to 1.</param>
    public static void Apply(Span<float> grey, ReadOnlySpan<float> weights, double outside)
    {
        var lungs = new List<float>(grey.Length);
        for (var i = 0; i < grey.Length; i++)
        {
            if (weights[i] > Inside)
            {
                lungs.Add(grey[i]);
            }
        }

        if (lungs.Count == 0)
        {
            return;
        }

        lungs.Sort();
        var (low, high) = (At(lungs, Share), At(lungs, 1 - Share));
        var scale = (High - Low) / Math.Max(high - low, LeastRange);
        for (var i = 0; i < grey.Length; i++)
        {
            var level = Low + (grey[i] - low) * scale;
            var kept = (float)outside + (1 - (float)outside) * weights[i];
            grey[i] = Math.Clamp(Middle + (level - Middle) * kept, 0, 1);
        }
    }

    private static float At(List<float> sorted, double share) => sorted[(int)Math.Round(share * (sorted.Count - 1))];
}
