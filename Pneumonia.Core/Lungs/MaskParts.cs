namespace Pneumonia.Core.Lungs;

/// <summary>The connected parts of a mask.</summary>
internal static class MaskParts
{
    /// <summary>The parts whose pixels touch by a side or a corner.</summary>
    /// <param name="mask">Row-major.</param>
    /// <param name="width">Columns.</param>
    /// <returns>Indices of each part's pixels, the largest part first.</returns>
    public static IReadOnlyList<int[]> Of(ReadOnlySpan<bool> mask, int width)
    {
        var left = mask.ToArray();
        var parts = new List<int[]>();
        for (var start = 0; start < left.Length; start++)
        {
            if (left[start])
            {
                parts.Add(Take(left, width, start));
            }
        }

        return [.. parts.OrderByDescending(part => part.Length)];
    }

    // Takes the part that a pixel belongs to out of the mask.
    private static int[] Take(bool[] left, int width, int start)
    {
        var part = new List<int> { start };
        left[start] = false;
        for (var next = 0; next < part.Count; next++)
        {
            var (row, column) = Math.DivRem(part[next], width);
            for (var y = Math.Max(0, row - 1); y <= Math.Min(left.Length / width - 1, row + 1); y++)
            {
                for (var x = Math.Max(0, column - 1); x <= Math.Min(width - 1, column + 1); x++)
                {
                    if (left[y * width + x])
                    {
                        left[y * width + x] = false;
                        part.Add(y * width + x);
                    }
                }
            }
        }

        return [.. part];
    }
}
