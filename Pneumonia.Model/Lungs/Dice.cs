namespace Pneumonia.Model.Lungs;

/// <summary>How much two areas have in common (Dice 1945): twice the common part over the sum of both; 1 where they are the same, 0 where
/// they lie apart.</summary>
internal static class Dice
{
    /// <summary>Of a prediction and a mask.</summary>
    /// <param name="predicted">Whether each pixel is lung.</param>
    /// <param name="mask">How much of each pixel is, 0 to 255; more than half counts.</param>
    public static double Of(ReadOnlySpan<bool> predicted, ReadOnlySpan<byte> mask)
    {
        var (common, sum) = (0, 0);
        for (var i = 0; i < mask.Length; i++)
        {
            var isLung = mask[i] > byte.MaxValue / 2;
            common += isLung && predicted[i] ? 1 : 0;
            sum += (isLung ? 1 : 0) + (predicted[i] ? 1 : 0);
        }

        return sum == 0 ? 1 : 2.0 * common / sum;
    }
}
